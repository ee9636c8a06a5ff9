import type { Reader } from '@hemgang/access';
import { isRefusal, type CaseView } from '@hemgang/cases';
import { HOUR_MS, plusMs, type Refusal } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';

/** A hälsocentral of the region, that is: of the ward's own care provider. */
const RECEIVERS = ['umea-bistand-norr', 'ersboda-halsocentral'];

describe('a spärr (PDL 4:4-4:5)', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const fresh = (user: string): Reader => ({
    ...county.reader(user),
    steppedUpUntil: plusMs(county.service.clock.realNow(), 9 * HOUR_MS),
  });

  const good = <Value extends object>(value: Value | Refusal): Value => {
    if (isRefusal(value)) throw new Error(value.code);
    return value;
  };

  const see = async (caseId: string, user: string): Promise<CaseView> =>
    good(await county.service.views.case('discharges', caseId, fresh(user)));

  /** A stay that the ward, Umeå and Helena's hälsocentral take part in. */
  const shared = async (): Promise<string> => {
    const body = county.admission();
    const needs = { socialServices: true, municipalHealthCare: false, openCare: true };
    const { caseId } = await county.admit({ ...body, needs });
    const expectedDischargeAt = plusMs(county.service.clock.now(), 72 * HOUR_MS);
    const notice = { receivers: RECEIVERS, expectedDischargeAt };
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, notice);
    return caseId;
  };

  const blocked = async (): Promise<string> => {
    const caseId = await shared();
    good(await blocks().block(fresh(ANNA), caseId, 'patient'));
    return caseId;
  };

  const blocks = () => county.service.guards.blocks;

  const units = async (caseId: string) =>
    good(await blocks().blockedUnits(fresh(HELENA), caseId, 'Medvetslös, behöver veta läkemedel.'));

  const release = (caseId: string, kind: 'consent' | 'emergency', ids: readonly string[]) =>
    blocks().releaseBlocks(fresh(HELENA), { caseId, blocks: ids, kind, reason: 'Akut.' });

  it('keeps what the unit wrote from the other units of its care provider, which see that there is one', async () => {
    const caseId = await shared();
    expect(await see(caseId, HELENA)).toMatchObject({ isBlocked: false });
    expect((await see(caseId, HELENA)).entries.length).toBeGreaterThan(0);
    good(await blocks().block(fresh(ANNA), caseId, 'patient'));
    expect(await see(caseId, HELENA)).toMatchObject({
      isBlocked: true,
      entries: [],
      patient: null,
    });
    expect((await see(caseId, ANNA)).entries.length).toBeGreaterThan(0);
    // Another controller has its own copy, which it was given by law.
    expect((await see(caseId, MARIA)).entries.length).toBeGreaterThan(0);
  });

  it('keeps the words of a commitment from the worklist of the other unit, not from its own', async () => {
    const caseId = await shared();
    const text = 'Ring dottern om nyckeln.';
    const dueDate = plusMs(county.service.clock.now(), 72 * HOUR_MS).slice(0, 10);
    const unit = 'ersboda-halsocentral';
    const { view } = await county.give(caseId, 'propose-atagande', ANNA, { unit, text, dueDate });
    const [{ id: atagande } = { id: '' }] = view.ataganden;
    await county.give(caseId, 'accept-atagande', HELENA, { atagande });
    await county.give(caseId, 'take-on', ANNA, { text, dueDate });
    const words = async (user: string) => {
      const page = { cursor: null, limit: 50 };
      const { items } = good(await county.service.views.worklist(fresh(user), {}, page));
      const own = items.filter((each) => each.caseId === caseId && each.text !== null);
      return own.map(({ id, text }) => ({ id, text }));
    };
    const before = [await words(ANNA), await words(HELENA)];
    expect(before).toMatchObject([[{ text }], [{ text }]]);
    good(await blocks().block(fresh(ANNA), caseId, 'patient'));
    expect((await see(caseId, HELENA)).isBlocked).toBe(true);
    expect([await words(ANNA), await words(HELENA)]).toEqual([before[0], []]);
    good(await blocks().endBlock(fresh(ANNA), caseId));
    expect(await words(HELENA)).toEqual(before[1]);
  });

  it('is lifted in an emergency in two steps: first which units, then only what is needed', async () => {
    const caseId = await blocked();
    const [unit] = await units(caseId);
    expect(unit).toMatchObject({ unit: { id: 'nus-medicin-2' } });
    expect((await see(caseId, HELENA)).entries).toEqual([]);
    const { until } = good(await release(caseId, 'emergency', [unit?.block ?? '']));
    expect((await see(caseId, HELENA)).entries.length).toBeGreaterThan(0);
    const [kept] = await query<{ reasons: string[] }>(
      county.databaseUrl,
      `select array_agg(kind || ':' || reason order by r.id) as reasons
       from block_releases r where block = ${unit?.block ?? '0'}`,
    );
    expect(kept?.reasons).toEqual(['shown:Medvetslös, behöver veta läkemedel.', 'emergency:Akut.']);
    const [line] = await query<{ n: number }>(
      county.databaseUrl,
      `select count(*)::int as n from access_log
       where case_id = '${caseId}' and action in ('see-blocked-units', 'release-block:emergency')`,
    );
    expect(line?.n).toBe(2);
    expect(until > county.service.clock.now()).toBe(true);
  });

  it('is not handed on by another unit either, which has not read it', async () => {
    const caseId = await blocked();
    await county.give(caseId, 'acknowledge', HELENA);
    await county.give(caseId, 'forward', HELENA, {
      unit: 'mariehem-halsocentral',
      reason: 'Listad där.',
    });
    const [copies] = await query<{ n: number }>(
      county.databaseUrl,
      `select count(*)::int as n from contents where case_id = '${caseId}' and source is not null`,
    );
    expect(copies?.n).toBe(0);
  });

  it('ends when the patient wants it no more', async () => {
    const caseId = await blocked();
    good(await blocks().endBlock(fresh(ANNA), caseId));
    expect(await see(caseId, HELENA)).toMatchObject({ isBlocked: false });
    expect(await blocks().endBlock(fresh(ANNA), caseId)).toMatchObject({
      code: 'COMMAND_NOT_POSSIBLE',
    });
  });

  const refusals: readonly [string, string, (caseId: string) => Promise<unknown>][] = [
    [
      'asked for by a guardian',
      'RULE_REFUSED',
      (id) => blocks().block(fresh(ANNA), id, 'guardian'),
    ],
    [
      'set by social services',
      'ROLE_NOT_ALLOWED',
      (id) => blocks().block(fresh(MARIA), id, 'patient'),
    ],
    [
      'set in a case of others',
      'NOT_FOUND',
      (id) => blocks().block(fresh('johan-holmgren-nus-geriatrik-1'), id, 'patient'),
    ],
    [
      'lifted without a fresh proof of who one is',
      'STEP_UP_NEEDED',
      (id) => blocks().blockedUnits(county.reader(HELENA), id, 'Akut.'),
    ],
    [
      'lifted by a number that is none',
      'PAYLOAD_INVALID',
      (id) => release(id, 'emergency', ['999']),
    ],
    [
      'lifted before it was seen whose it is',
      'COMMAND_NOT_POSSIBLE',
      async (id) => {
        const [row] = await query<{ id: string }>(
          county.databaseUrl,
          'select max(id)::text as id from blocks where ended_at is null',
        );
        return release(id, 'emergency', [row?.id ?? '']);
      },
    ],
  ];

  it.each(refusals)('is not %s, and nothing is written', async (_, code, attempt) => {
    const caseId = await blocked();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await attempt(caseId)).toMatchObject({ code });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('of a whole controller’s disclosures is an objection: seen there, told to nobody else', async () => {
    const caseId = await shared();
    const { since } = good(await blocks().object(fresh(MARIA), caseId, 'patient'));
    expect(await see(caseId, MARIA)).toMatchObject({ objectionSince: since });
    expect(await see(caseId, ANNA)).toMatchObject({ objectionSince: null });
    good(await blocks().endObjection(fresh(MARIA), caseId));
    expect(await see(caseId, MARIA)).toMatchObject({ objectionSince: null });
  });
});
