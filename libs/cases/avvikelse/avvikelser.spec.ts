import { randomUUID } from 'node:crypto';
import { DEMO_COUNTY } from '@hemgang/demo';
import { addDays, HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, PETER, query, SUSANNE } from '@hemgang/testing';
import { isRefusal } from '../envelope';
import type { AvvikelseView, Pattern } from './avvikelse-view';

jest.setTimeout(120_000);

/** At another ward of the same controller as Anna's. */
const JOHAN = 'johan-holmgren-nus-geriatrik-1';
/** Administers Norsjö. */
const KENT = 'kent-astrom-norsjo-betalning';
/** Has no account. */
const LULEA = 'lulea-bistand';
const WARD = 'nus-medicin-2';
const NORR = 'umea-bistand-norr';
const PSYCHIATRY = 'nus-psykiatri-1';
const NO_CASE = '00000000-0000-4000-8000-000000000000';

const text = 'Läkemedelslistan kom dagen efter.';
const PAGE = { cursor: null, limit: 50 };

describe('an avvikelse through the use cases and a real database', () => {
  let county: County;
  let stay: string;
  let patient: { readonly name: string; readonly number: string };
  let id: string;

  beforeAll(async () => {
    county = await County.open();
    const admission = county.admission();
    patient = admission['patient'] as typeof patient;
    ({ caseId: stay } = await county.admit(admission));
    await county.give(stay, 'send-inskrivningsmeddelande', ANNA, {
      receivers: [NORR, 'ersboda-halsocentral', LULEA],
      expectedDischargeAt: plusMs(county.service.clock.now(), 72 * HOUR_MS),
    });
  });
  afterAll(() => county.close());

  /** What is undefined is left out, as in JSON. */
  const body = (change: object = {}): unknown => {
    const values = { about: stay, to: WARD, category: 'lakemedel', consequence: 'risk', text };
    return JSON.parse(JSON.stringify({ ...values, ...change }));
  };
  const report = (user: string, change: object = {}) =>
    county.service.answered.open(
      'avvikelser',
      { body: body(change), key: randomUUID() },
      county.reader(user),
    );
  const tryTo = (name: string, user: string, of: object = {}) =>
    county.service.answered.give(
      'avvikelser',
      id,
      name,
      { body: of, key: randomUUID() },
      county.reader(user),
    );
  const give = async (name: string, user: string, of: object = {}): Promise<AvvikelseView> => {
    const answer = await tryTo(name, user, of);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return answer.view;
  };
  const seenBy = async (user: string, of = id): Promise<AvvikelseView> => {
    const view = await county.service.views.case('avvikelser', of, county.reader(user));
    if (isRefusal(view)) throw new Error(view.code);
    return view;
  };
  const period = () => {
    const today = localDate(county.service.clock.now());
    return { from: addDays(today, -300), to: today };
  };
  const patterns = async (user: string) => {
    const found = await county.service.avvikelsePatterns.read(period(), county.reader(user));
    if (isRefusal(found)) throw new Error(found.code);
    const of = (by: Pattern) =>
      Object.fromEntries(found.patterns[by].map(({ value, count }) => [value, count]));
    return { ...found, of };
  };
  const listed = async (user: string, by: Pattern, value: string) => {
    const reader = county.reader(user);
    const bar = { by, value };
    const found = await county.service.avvikelsePatterns.list(period(), bar, PAGE, reader);
    if (isRefusal(found)) throw new Error(found.code);
    return found.items;
  };

  it('is reported by a party about another huvudman’s party; whatever else is tried writes nothing', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const codes = [];
    for (const [user, change] of [
      [JOHAN, {}],
      [MARIA, { about: NO_CASE }],
      [MARIA, { to: 'nus-geriatrik-1' }],
      [ANNA, { to: 'ersboda-halsocentral' }],
      [ANNA, { to: LULEA }],
      [MARIA, { category: 'ovrigt' }],
      [MARIA, { patient: patient.number }],
    ] as const) {
      const answer = await report(user, change);
      codes.push(answer.ok ? 'taken' : answer.refusal.code);
    }
    expect(codes).toEqual([
      ...['NOT_FOUND', 'NOT_FOUND', 'PAYLOAD_INVALID'],
      ...['RULE_REFUSED', 'RULE_REFUSED', 'PAYLOAD_INVALID', 'PAYLOAD_INVALID'],
    ]);
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('looks about another’s case as about none, and the log says which case was asked for', async () => {
    const [theirs, nothing] = [await report(JOHAN), await report(JOHAN, { about: NO_CASE })];
    expect(theirs).toEqual(nothing);
    const lines = await query<{ case_id: string }>(
      county.databaseUrl,
      `select case_id from access_log where action = 'refused:report-avvikelse:NOT_FOUND'
         and staff = 'johan-holmgren' order by id desc limit 2`,
    );
    expect(lines.map((line) => line.case_id)).toEqual([NO_CASE, stay]);
  });

  it('is a case of both sides, in list and worklist, that names no patient', async () => {
    const answer = await report(MARIA);
    if (!answer.ok) throw new Error(answer.refusal.code);
    id = answer.caseId;
    expect(answer.view).toMatchObject({
      ...{ type: 'avvikelse', state: 'reported', patient: null },
      avvikelse: { about: { id: stay, type: 'discharge' }, category: 'lakemedel' },
    });
    const ward = await seenBy(ANNA);
    expect(ward.entries).toMatchObject([
      { entry: 'avvikelse-rapporterad', legalBasis: 'CONSENT', body: { text } },
    ]);
    const { views } = county.service;
    for (const user of [ANNA, MARIA]) {
      const reader = county.reader(user);
      const list = await views.cases('avvikelser', reader, PAGE);
      expect(list).toMatchObject({ items: [{ id, category: 'lakemedel', patient: null }] });
      const told = JSON.stringify([
        await seenBy(user),
        list,
        await views.events('avvikelser', id, reader, PAGE),
      ]);
      for (const secret of [patient.name, patient.number]) expect(told).not.toContain(secret);
    }
    const duties = await views.worklist(county.reader(ANNA), {}, { cursor: null, limit: 200 });
    expect(duties).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ key: 'ta-emot-avvikelse', caseType: 'avvikelse', patient: null }),
      ]) as object,
    });
    for (const user of [JOHAN, HELENA, PETER]) {
      const other = county.reader(user);
      expect(await views.case('avvikelser', id, other)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('cannot be reported about', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const answer = await report(ANNA, { about: id, to: NORR });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('is received, answered, sent back once and closed; what is out of turn writes nothing', async () => {
    const refused = async (name: string, user: string, of: object = {}) => {
      const before = await contentsOf(county.databaseUrl, 'access_log');
      const answer = await tryTo(name, user, of);
      expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
      return answer.ok ? 'taken' : answer.refusal.code;
    };
    const actions = 'Rutinen är ändrad.';
    expect(await refused('receive-avvikelse', MARIA)).toBe('ROLE_NOT_ALLOWED');
    expect(await refused('receive-avvikelse', JOHAN)).toBe('NOT_FOUND');
    expect(await refused('answer-avvikelse', ANNA, { actions })).toBe('COMMAND_NOT_POSSIBLE');
    await give('receive-avvikelse', ANNA);
    expect(await refused('withdraw-avvikelse', MARIA)).toBe('COMMAND_NOT_POSSIBLE');
    await give('answer-avvikelse', ANNA, { actions });
    const back = await give('send-back-answer', MARIA, { reason: 'Och på helger?' });
    expect(back).toMatchObject({ state: 'received', avvikelse: { answeredAt: expect.anything() } });
    await give('answer-avvikelse', ANNA, { actions: 'Gäller alla dagar.' });
    expect(await refused('send-back-answer', MARIA, { reason: 'Nej.' })).toBe('RULE_REFUSED');
    const closed = await give('close-avvikelse', MARIA);
    expect(closed).toMatchObject({ state: 'closed', endedAt: expect.anything() });
    expect(closed.duties.filter((duty) => duty.closedAt === null)).toEqual([]);
    expect(closed.entries.map(({ entry }) => entry)).toEqual([
      ...['report-avvikelse', 'avvikelse-besvarad', 'send-back-answer', 'avvikelse-besvarad'],
    ]);
  });

  it('is counted for the administrators of both huvudmän, and for nobody else', async () => {
    const withdrawn = await report(MARIA, { category: 'annat', text: undefined });
    if (!withdrawn.ok) throw new Error(withdrawn.refusal.code);
    await county.giveAt('avvikelser', withdrawn.caseId, 'withdraw-avvikelse', MARIA);
    await report(ANNA, { to: NORR, category: 'kvittens-uteblev', consequence: 'ingen' });
    for (const user of [PETER, SUSANNE]) {
      const found = await patterns(user);
      expect(found.total).toBe(2);
      expect(found.of('category')).toEqual({ 'kvittens-uteblev': 1, lakemedel: 1 });
      expect(found.of('concerned')).toEqual({ [NORR]: 1, [WARD]: 1 });
      expect(found.of('answered')).toEqual({ 'in-time': 1, waiting: 1 });
      const [line] = await listed(user, 'category', 'lakemedel');
      expect(line).toMatchObject({ id, state: 'closed', isOwn: false, reporter: { id: NORR } });
      const told = JSON.stringify([found, line]);
      for (const secret of [text, patient.name, patient.number]) expect(told).not.toContain(secret);
    }
    expect(await patterns(KENT)).toMatchObject({ total: 0 });
    expect(await listed(KENT, 'category', 'lakemedel')).toEqual([]);
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const { avvikelsePatterns } = county.service;
    const anna = county.reader(ANNA);
    const bar = { by: 'category', value: 'lakemedel' } as const;
    expect([
      await avvikelsePatterns.read(period(), anna),
      await avvikelsePatterns.list(period(), bar, PAGE, anna),
    ]).toMatchObject([{ code: 'ROLE_NOT_ALLOWED' }, { code: 'ROLE_NOT_ALLOWED' }]);
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    const lines = await query<{ action: string }>(
      county.databaseUrl,
      `select distinct action from access_log where action like '%avvikelse-pattern%' order by 1`,
    );
    expect(lines.map(({ action }) => action)).toEqual([
      ...['list:avvikelse-pattern', 'read:avvikelse-patterns'],
      ...['refused:list:avvikelse-pattern', 'refused:read:avvikelse-patterns'],
    ]);
  });

  it('that nobody has received counts as late when the time to answer is out', async () => {
    await county.service.advanceClock(22 * 24 * HOUR_MS);
    expect((await patterns(PETER)).of('answered')).toEqual({ 'in-time': 1, late: 1 });
  });

  it('takes no word about somebody whose identity is protected', async () => {
    const admission = county.admission();
    const hidden = { ...(admission['patient'] as object), protection: 'protected' };
    const { caseId } = await county.told({ ...admission, patient: hidden });
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const refused = await report(MARIA, { about: caseId });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'RULE_REFUSED' } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    const answer = await report(MARIA, { about: caseId, text: undefined });
    if (!answer.ok) throw new Error(answer.refusal.code);
    ({ caseId: id } = answer);
    await give('receive-avvikelse', ANNA);
    const answered = await tryTo('answer-avvikelse', ANNA, { actions: text });
    expect(answered).toMatchObject({ ok: false, refusal: { code: 'RULE_REFUSED' } });
    expect(await give('answer-avvikelse', ANNA)).toMatchObject({ state: 'answered', entries: [] });
  });

  it('tells nobody outside that the ward was a psychiatric one', async () => {
    const nurse = DEMO_COUNTY.assignments.find(
      ({ unit, roles }) => unit === PSYCHIATRY && roles.includes('ward-staff'),
    );
    const user = nurse?.id ?? '';
    const { caseId } = await county.admit(undefined, user);
    const expectedDischargeAt = plusMs(county.service.clock.now(), 72 * HOUR_MS);
    const notice = { receivers: [NORR], expectedDischargeAt };
    await county.give(caseId, 'send-inskrivningsmeddelande', user, notice);
    const seen = await county.service.views.case('discharges', caseId, county.reader(MARIA));
    if (isRefusal(seen)) throw new Error(seen.code);
    const to = seen.parties.find((party) => party.id === 'ward')?.unit.id;
    expect(to).not.toBe(PSYCHIATRY);
    const answer = await report(MARIA, { about: caseId, to, text: undefined });
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(await seenBy(user, answer.caseId)).toMatchObject({
      avvikelse: { concerned: { id: PSYCHIATRY } },
    });
    const counted = await patterns(PETER);
    const lines = await listed(PETER, 'concerned', to ?? '');
    expect(lines).toMatchObject([{ id: answer.caseId }]);
    expect(JSON.stringify([answer.view, counted, lines])).not.toMatch(/psykiatri/i);
  });
});
