import { readerOf } from '@hemgang/access';
import type { Reader } from '@hemgang/access';
import { waitUntil } from '@hemgang/dev-services';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, County, HELENA, MARIA, query } from '@hemgang/testing';

const SARA = 'sara-wiklund-umea-hemsjukvard-norr';
/** A private provider that works for Umeå, and the municipality's own home care. */
const PRIVATE_UNIT = 'umea-norrskenet-hemtjanst';
const OWN_UNIT = 'umea-hemtjanst-norr';

/** The longest transaction of any other suite on the same server. */
const TOLD_WITHIN_MS = 15_000;

const FIRST_PAGE = { cursor: null, limit: 200 };
const EVERY_NEED = { socialServices: true, municipalHealthCare: true, openCare: true };

/** Words that stand in what others wrote or are: none of them may reach the executor. */
const OF_OTHERS = [
  'Höftfraktur',
  'Trygghetslarm',
  'Listad hos oss',
  'medicin-2',
  'hemsjukvard',
  'ersboda',
  'Ersboda',
  'Anna Lundgren',
  'Helena Burman',
  'Erik Sandström',
  'utskrivningsinformation',
  'currentMeasures',
];

describe('a unit that only carries out help', () => {
  let county: County;
  let executor: Reader;
  let user: string;
  let caseId: string;
  let patient: string;

  const staffOf = (unit: string): string =>
    county.service.directory().assignmentsOf(unit)[0]?.id ?? '';
  const at = (hours: number) => plusMs(county.service.clock.now(), hours * HOUR_MS);

  beforeAll(async () => {
    county = await County.open();
    user = staffOf(PRIVATE_UNIT);
    executor = readerOf(county.service.directory(), user, 'sv')!;
  });

  afterAll(() => county.close());

  /** Three receivers who all have written something; Maria gives the assignment last. */
  beforeEach(async () => {
    const admitted = await county.admit({ ...county.admission(), needs: EVERY_NEED });
    caseId = admitted.caseId;
    patient = admitted.view.patient?.name ?? '';
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr', 'umea-hemsjukvard-norr', 'ersboda-halsocentral'],
      expectedDischargeAt: at(24),
    });
    await county.give(caseId, 'answer', MARIA, {
      answer: 'known',
      currentMeasures: 'Trygghetslarm.',
      decision: { outcome: 'granted' },
    });
    await county.give(caseId, 'answer', HELENA, {
      answer: 'known',
      currentMeasures: 'Listad hos oss.',
    });
    const judgement = { physician: 'Erik Sandström', judgedAt: at(0) };
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, judgement);
    const text = { way: 'here', text: 'Höftfraktur.' };
    await county.give(caseId, 'send-utskrivningsinformation', ANNA, text);
    await county.give(caseId, 'plan-start', MARIA, { startAt: at(3), executor: PRIVATE_UNIT });
  });

  const read = () => county.service.views.case('discharges', caseId, executor);
  const timeline = () => county.service.views.events('discharges', caseId, executor, FIRST_PAGE);
  const list = () => county.service.views.cases('discharges', executor, FIRST_PAGE);
  const worklist = () => county.service.views.worklist(executor, {}, FIRST_PAGE);
  const leave = () => county.give(caseId, 'discharge', ANNA);

  it('sees its assignment: whom it is about, when, and who gave it', async () => {
    await leave();
    expect(await read()).toMatchObject({
      patient: { name: patient },
      state: 'left',
      why: expect.stringContaining('Norrskenet hemtjänst'),
      handovers: [{ id: 'h2-1', unit: { id: 'umea-bistand-norr' }, word: 'leaving' }],
      duties: [{ key: 'overtagande', owner: { unit: { id: PRIVATE_UNIT } } }],
      parties: [{ unit: { id: 'umea-bistand-norr' } }, { unit: { id: PRIVATE_UNIT } }],
      entries: [{ entry: 'uppdrag', legalBasis: 'CONSENT' }],
      allowedCommands: expect.arrayContaining([
        expect.objectContaining({ name: 'take-over', handover: 'h2-1' }),
        expect.objectContaining({ name: 'report-no-start', handover: 'h2-1' }),
      ]),
    });
  });

  it('sees nothing of the others, wherever it looks', async () => {
    await leave();
    await county.give(caseId, 'acknowledge', SARA);
    const seen = JSON.stringify([await read(), await timeline(), await list(), await worklist()]);
    expect(seen).toContain(patient);
    expect(OF_OTHERS.filter((word) => seen.includes(word))).toEqual([]);
    expect(seen).not.toMatch(/"h2-[23]"/);
  });

  it('reads on the timeline what happened to its assignment', async () => {
    await leave();
    await county.give(caseId, 'take-over', user, { comment: 'Allt gick bra.' });
    const page = await timeline();
    expect('items' in page && page.items.map(({ type }) => type)).toEqual([
      'plan-start',
      'discharge',
      'take-over',
    ]);
    expect('items' in page && page.items[1]).toMatchObject({
      actor: { system: null, person: null, unit: null },
      facts: {},
    });
  });

  it('has its case in the list, without the ward', async () => {
    const page = await list();
    expect('items' in page && page.items.find(({ id }) => id === caseId)).toMatchObject({
      ward: null,
      patient: { name: patient },
      state: 'planning',
    });
  });

  it('cannot reach the other handovers, nor learn that they are there', async () => {
    await leave();
    for (const handover of ['h2-2', 'h9-9']) {
      const answer = await county.try(caseId, 'take-over', user, { handover });
      expect(answer).toMatchObject({
        refusal: { code: 'PAYLOAD_INVALID', errors: [{ path: '/handover', code: 'unknown' }] },
      });
    }
    expect(await county.try(caseId, 'answer', user, {})).toMatchObject({
      refusal: { code: 'ROLE_NOT_ALLOWED' },
    });
  });

  /** The stream hands on what no running transaction of the whole server is older than. */
  const allTold = async (): Promise<boolean> => {
    const waiting = 'select from events where tx >= pg_snapshot_xmin(pg_current_snapshot())';
    return (await query(county.databaseUrl, waiting)).length === 0;
  };

  it('follows live only what touches it', async () => {
    const { live } = county.service;
    expect(await waitUntil(allTold, TOLD_WITHIN_MS)).toBe(true);
    const start = await live.head();
    await county.give(caseId, 'acknowledge', SARA);
    await county.give(caseId, 'acknowledge', HELENA);
    const silent = await live.after(start, executor, 100);
    expect(silent).toMatchObject({ kind: 'events', events: [] });
    await leave();
    await county.give(caseId, 'take-over', user);
    const told = async () => {
      const batch = await live.after(start, executor, 100);
      return batch.kind === 'events' ? batch.events.map((event) => event.caseId) : [];
    };
    await waitUntil(async () => (await told()).length === 2, TOLD_WITHIN_MS);
    expect(await told()).toEqual([caseId, caseId]);
  });

  it('sees nothing any more when another has got the assignment', async () => {
    await county.give(caseId, 'assign-executor', MARIA, { executor: OWN_UNIT });
    await leave();
    const start = await county.service.live.head();
    const own = staffOf(OWN_UNIT);
    await county.give(caseId, 'take-over', own);
    expect(await read()).toEqual({ code: 'NOT_FOUND' });
    expect(await timeline()).toEqual({ code: 'NOT_FOUND' });
    const lists = JSON.stringify([await list(), await worklist()]);
    expect(lists).not.toContain(caseId);
    expect(await county.service.live.after(start, executor, 100)).toMatchObject({ events: [] });
    expect(await county.try(caseId, 'take-over', user)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
  });

  it('sees it again when it gets the assignment back', async () => {
    await county.give(caseId, 'assign-executor', MARIA, { executor: OWN_UNIT });
    await county.give(caseId, 'assign-executor', MARIA, { executor: PRIVATE_UNIT });
    expect(await read()).toMatchObject({ id: caseId, patient: { name: patient } });
  });

  it('must work for the same municipality', async () => {
    const other = { executor: 'vannas-hemtjanst' };
    expect(await county.try(caseId, 'assign-executor', MARIA, other)).toMatchObject({
      refusal: { code: 'RULE_REFUSED', rule: 'avtal utforare' },
    });
    const offered = county.service.views.executors(county.reader(MARIA)).map(({ id }) => id);
    expect(offered).toEqual(expect.arrayContaining([PRIVATE_UNIT, OWN_UNIT]));
    expect(offered).not.toContain('vannas-hemtjanst');
    expect(county.service.views.executors(county.reader(ANNA))).toEqual([]);
  });
});
