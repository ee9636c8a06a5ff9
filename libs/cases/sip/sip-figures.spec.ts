import { HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import { ANNA, County, HELENA, MARIA, query, SUSANNE } from '@hemgang/testing';
import { sipAssumed } from '@workflows/agreement';
import { countSips } from '@workflows/sip';

const MARIAS = 'umea-bistand-norr';
const HELENAS = 'ersboda-halsocentral';
const DAY_MS = 24 * HOUR_MS;
const reason = 'Det räcker så.';
const consent = { givenBy: 'person', way: 'spoken', scope: 'Allt.' };
const held = { way: 'home', attended: 'Alla.' };

type Logged = Parameters<typeof countSips>[0][number][number];
interface Line extends Logged {
  readonly caseId: string;
}

const EVER = ['2000-01-01', '2099-12-31'] as const;

describe('a SIP of a stay', () => {
  let county: County;
  beforeAll(async () => {
    county = await County.open();
  });
  afterAll(() => county.close());

  const now = () => county.service.clock.now();
  const give = (id: string, name: string, body: object = {}, user = HELENA) =>
    county.giveAt('sips', id, name, user, body);
  const tell = (id: string) => county.service.linkedFacts.tellAllOf(id);

  /** A stay that Helena's hälsocentral has been told of, and a SIP of it. */
  const ofStay = async () => {
    const admission = county.admission();
    const needs = { socialServices: true, municipalHealthCare: false, openCare: true };
    const { caseId: stay } = await county.admit({ ...admission, needs });
    await county.give(stay, 'send-inskrivningsmeddelande', ANNA, {
      receivers: [MARIAS, HELENAS],
      expectedDischargeAt: plusMs(now(), 3 * DAY_MS),
    });
    const { patient } = admission;
    const sip = await county.open('sips', { patient, stay, need: 'Stroke.' }, ANNA);
    await tell(sip.caseId);
    return { stay, sip: sip.caseId, patient };
  };
  const ready = (stay: string) =>
    county.give(stay, 'mark-utskrivningsklar', ANNA, { physician: 'Erik Sand', judgedAt: now() });
  const dutiesOf = async (id: string) => {
    const shown = await county.service.views.case('sips', id, county.reader(HELENA));
    if ('code' in shown) throw new Error(shown.code);
    return shown.duties.filter(({ closedAt }) => closedAt === null);
  };

  it('owes the call to the hälsocentral, and learns when the notice was sent', async () => {
    const { stay, sip } = await ofStay();
    const [before] = (await dutiesOf(sip)).filter(({ key }) => key === 'kallelse');
    expect(before).toMatchObject({ dueAt: null, owner: { unit: { id: HELENAS } } });
    await ready(stay);
    expect(await tell(stay)).toEqual([sip]);
    const [after] = (await dutiesOf(sip)).filter(({ key }) => key === 'kallelse');
    expect(after?.dueAt).not.toBeNull();
    await give(sip, 'call', { units: [MARIAS] });
    expect(await tell(sip)).toEqual([stay]);
  });

  it('is refused as unknown when the stay is not there, somebody else’s, or another unit’s', async () => {
    const { stay, patient } = await ofStay();
    const other = county.admission()['patient'];
    const start = (body: object, user: string) =>
      county.service.answered.open('sips', { body, key: `${Math.random()}` }, county.reader(user));
    const lines = () => query(county.databaseUrl, 'select count(*) from events');
    const before = await lines();
    for (const [body, user] of [
      [{ patient, stay: '00000000-0000-4000-8000-000000000000', need: reason }, ANNA],
      [{ patient, stay: 'stay-1', need: reason }, ANNA],
      [{ patient: other, stay, need: reason }, ANNA],
      [{ patient, stay, need: reason }, strangerIn(county)],
    ] as const) {
      const answer = await start(body, user);
      expect(answer).toMatchObject({
        ok: false,
        refusal: { code: 'PAYLOAD_INVALID', errors: [{ path: '/stay', code: 'unknown' }] },
      });
    }
    expect(await lines()).toEqual(before);
  });

  it('is counted as facts: a recount of the raw logs says the same', async () => {
    const declined = await ofStay();
    await give(declined.sip, 'offer-sip');
    await give(declined.sip, 'decline-sip');
    const refused = await county.sip();
    await give(refused.caseId, 'refuse-sip', { reason });
    const struck = await county.sip();
    await give(struck.caseId, 'offer-sip');
    await give(struck.caseId, 'makulera-sip', { reason });
    const whole = await ofStay();
    await ready(whole.stay);
    await tell(whole.stay);
    await give(whole.sip, 'offer-sip');
    await give(whole.sip, 'record-consent', consent);
    await give(whole.sip, 'call', { units: [MARIAS] });
    await give(whole.sip, 'hold-meeting', held);
    const mistaken = await give(whole.sip, 'book-meeting', {
      at: plusMs(now(), DAY_MS),
      way: 'video',
    });
    await give(whole.sip, 'makulera-event', { event: mistaken.version, reason });
    const draft = await give(whole.sip, 'draft-plan', plan);
    const followUpOn = localDate(plusMs(now(), 30 * DAY_MS));
    await give(whole.sip, 'establish-plan', { version: draft.version, followUpOn });
    await give(whole.sip, 'follow-up', { result: 'still-valid', followUpOn });
    await give(whole.sip, 'follow-up', { result: 'goals-met' });
    await give(whole.sip, 'close-sip', { because: 'goals-met', reason });
    const late = await ofStay();
    await ready(late.stay);
    await tell(late.stay);
    await county.service.demo?.advanceClock(6 * DAY_MS);
    await give(late.sip, 'call', { units: [MARIAS] });

    const today = localDate(now());
    const { sip: sipFigures } = county.service.counted;
    const figures = await sipFigures.count('2000-01-01', today);
    const recount = countSips(await logs(county), sipAssumed.sundayRuleForKallelse);
    expect(figures.all).toEqual(recount);
    expect(figures.all).toMatchObject({
      ...{ offered: 2, declined: 1, refused: 1, called: 3, kallelser: 3, kallelserInTime: 2 },
      ...{ established: 1, followedUp: 1, followUps: 2, closed: 1 },
    });
    expect(figures.all.held).toMatchObject({ home: 1, video: 0 });
    // Each belongs to who started it, in the period in which it was started.
    expect(figures.huvudman.map(({ sips }) => sips.started)).toEqual([figures.all.started]);
    const earlier = await sipFigures.count('2000-01-01', '2000-12-31');
    expect(earlier).toMatchObject({ all: { started: 0, followUps: 0 }, huvudman: [] });
    await county.sip(MARIA);
    const [municipality] = (await sipFigures.count(today, today)).huvudman;
    expect(municipality).toMatchObject({ id: 'kommun-2480', sips: { started: 1 } });
  });

  it('is counted for administrators alone; every asking leaves a line, a refused one nothing else', async () => {
    const { sip: sipFigures } = county.service.counted;
    const lines = async () => {
      const rows = await query<{ action: string }>(
        county.databaseUrl,
        `select action from access_log where action like '%sip-counts' order by id`,
      );
      return rows.map(({ action }) => action);
    };
    expect(await sipFigures.read(...EVER, county.reader(MARIA))).toEqual({
      code: 'ROLE_NOT_ALLOWED',
    });
    expect(await sipFigures.read(...EVER, county.reader(SUSANNE))).toEqual(
      await sipFigures.count(...EVER),
    );
    expect(await lines()).toEqual(['refused:read:sip-counts', 'read:sip-counts']);
  });

  it('is linked from the stay for its parties; the stay’s other parties see that it exists', async () => {
    const { stay, sip } = await ofStay();
    const seenBy = async (user: string) => {
      const view = await county.service.views.case('discharges', stay, county.reader(user));
      if ('code' in view) throw new Error(view.code);
      return view.sips;
    };
    expect(await seenBy(ANNA)).toMatchObject([{ case: sip, takesPart: true }]);
    expect(await seenBy(MARIA)).toMatchObject([{ case: sip, takesPart: false }]);
    await give(sip, 'call', { units: [MARIAS] });
    expect(await seenBy(MARIA)).toMatchObject([{ case: sip, takesPart: true }]);
  });
});

const plan = {
  responsible: HELENAS,
  matters: 'Jag vill hem.',
  goals: [],
  needs: [],
  measures: [{ id: 'i1', what: 'Rehab.', huvudman: 'region-24', unit: HELENAS, status: 'planned' }],
  contacts: [],
};

/** Somebody whose unit has no part in any case. */
function strangerIn(county: County): string {
  const { assignments } = county.service.directory().rows;
  const found = assignments.find(({ unit, roles }) => {
    return unit !== MARIAS && roles.includes('municipal-coordinator');
  });
  return found?.id ?? '';
}

/** The raw logs of all SIPs, read as they are stored. */
async function logs(county: County): Promise<Line[][]> {
  const lines = await query<Line>(
    county.databaseUrl,
    `select e.case_id as "caseId", e.type, e.seq, e.payload, e.given,
            to_char(e.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "occurredAt"
     from events e join cases c on c.id = e.case_id where c.type = 'sip'
     order by e.case_id, e.seq`,
  );
  const ids = [...new Set(lines.map(({ caseId }) => caseId))];
  return ids.map((id) => lines.filter(({ caseId }) => caseId === id));
}
