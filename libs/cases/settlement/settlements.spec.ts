import { randomUUID } from 'node:crypto';
import { discharge } from '@workflows/discharge';
import { settlement } from '@workflows/settlement';
import { ANNA, contentsOf, County, PETER, query, SUSANNE } from '@hemgang/testing';
import { isRefusal } from '../envelope';
import { WorkflowRegistry } from '../registry';
import type { SettlementView } from './settlement-view';
import { TypedMonths } from './typed-months.fixture';

const STRANGER = 'kent-astrom-norsjo-betalning';

const DAY_ORE = 1_160_000;
const reason = 'Hemtjänsten var på plats.';
const month = { municipality: '2480', month: '2024-02' };

describe('a settlement through the use cases and a real database', () => {
  const months = new TypedMonths();
  let county: County;
  let stays: string[];
  let patients: (string | undefined)[];
  let id: string;

  beforeAll(async () => {
    county = await County.open('demo', new WorkflowRegistry([discharge, settlement]), months);
    const admitted = [await county.admit(), await county.admit()];
    stays = admitted.map(({ caseId }) => caseId);
    patients = admitted.map(({ view }) => view.patient?.name);
  });
  afterAll(() => county.close());

  const typed = (...dear: readonly string[]) =>
    months.say(
      {
        case: stays[0] ?? '',
        pseudonym: 'p7',
        days: [{ date: '2024-02-05', ore: 0 }, ...dear.map((date) => ({ date, ore: DAY_ORE }))],
      },
      { case: stays[1] ?? '', pseudonym: 'p3', days: [{ date: '2024-02-12', ore: 0 }] },
    );

  const open = (user: string, body: object = month) =>
    county.service.answered.open('settlements', { body, key: randomUUID() }, county.reader(user));
  const tryTo = (name: string, user: string, body: object = {}) =>
    county.service.answered.give(
      'settlements',
      id,
      name,
      { body, key: randomUUID() },
      county.reader(user),
    );
  const give = async (name: string, user: string, body: object = {}): Promise<SettlementView> => {
    const answer = await tryTo(name, user, body);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return answer.view;
  };
  const seenBy = async (user: string): Promise<SettlementView> => {
    const view = await county.service.views.case('settlements', id, county.reader(user));
    if (isRefusal(view)) throw new Error(view.code);
    return view;
  };
  const accessed = (action: string) =>
    query<{ staff: string; person: string | null; case_id: string }>(
      county.databaseUrl,
      'select staff, person, case_id from access_log where action = $1 order by id',
      [action],
    );

  it('is opened by the region’s administrator alone, when the month is over; nothing else is written', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const codes = [];
    for (const [user, change] of [
      [PETER, {}],
      [ANNA, {}],
      [SUSANNE, { municipality: '0180' }],
      [SUSANNE, { month: '2099-01' }],
      [SUSANNE, { secret: 1 }],
    ] as const) {
      const answer = await open(user, { ...month, ...change });
      codes.push(answer.ok ? 'taken' : answer.refusal.code);
    }
    expect(codes).toEqual([
      'RULE_REFUSED',
      'ROLE_NOT_ALLOWED',
      'RULE_REFUSED',
      'RULE_REFUSED',
      'PAYLOAD_INVALID',
    ]);
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('is opened with both sides’ rows: the region knows whose they are, the municipality does not', async () => {
    typed('2024-02-08', '2024-02-09');
    // Two begin at once: there is one settlement, and the other learns of it.
    const answers = await Promise.all([open(SUSANNE), open(SUSANNE)]);
    expect(answers.map((answer) => (answer.ok ? 'taken' : answer.refusal.code)).sort()).toEqual([
      'RULE_REFUSED',
      'taken',
    ]);
    id = answers.flatMap((answer) => (answer.ok ? answer.caseId : []))[0] ?? '';
    const [region, municipality] = [await seenBy(SUSANNE), await seenBy(PETER)];
    expect(region).toMatchObject({ state: 'draft', patient: null, type: 'settlement' });
    expect(region.settlement.rows.map(({ case: stay }) => stay)).toEqual([
      ...[stays[0], stays[0], stays[0], stays[1]],
    ]);
    expect(municipality.settlement.rows.map(({ id: row }) => row)).toEqual([
      ...['p7.2024-02-05', 'p7.2024-02-08', 'p7.2024-02-09', 'p3.2024-02-12'],
    ]);
    const events = await county.service.views.events('settlements', id, county.reader(PETER), {
      ...{ cursor: null, limit: 50 },
    });
    const told = JSON.stringify([municipality, events]);
    for (const secret of [...stays, ...patients]) expect(told).not.toContain(secret);
    expect(municipality.settlement).toMatchObject({
      municipality: { code: '2480', name: 'Umeå' },
      policy: { id: 'lag-2017-612', version: 1, model: 'individual' },
      undisputed: { days: 4, paidDays: 2, totalOre: 2 * DAY_ORE },
      difference: null,
    });
  });

  it('is in the lists and the worklists of both sides, and of nobody else', async () => {
    const page = { cursor: null, limit: 50 };
    const listed = async (user: string) => {
      const found = await county.service.views.cases('settlements', county.reader(user), page);
      return isRefusal(found) ? found : found.items.map((line) => [line.month, line.patient]);
    };
    expect(await listed(SUSANNE)).toEqual([['2024-02', null]]);
    expect(await listed(PETER)).toEqual([['2024-02', null]]);
    expect(await listed(STRANGER)).toEqual([]);
    const duties = await county.service.views.worklist(county.reader(PETER), {}, page);
    expect(duties).toMatchObject({
      items: [{ key: 'granska-underlag', caseType: 'settlement', patient: null }],
    });
    const stranger = county.reader(STRANGER);
    expect(await county.service.views.case('settlements', id, stranger)).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('tells an administrator whose a row is when asked, and the log says who asked about whom', async () => {
    const { settlements } = county.service;
    const row = 'p7.2024-02-08';
    expect(await settlements.identity(id, row, county.reader(PETER))).toMatchObject({
      row,
      patient: { name: patients[0] },
    });
    expect(await settlements.identity(id, 'p9.2024-02-08', county.reader(PETER))).toEqual({
      code: 'NOT_FOUND',
    });
    expect(await settlements.identity(id, row, county.reader(STRANGER))).toEqual({
      code: 'NOT_FOUND',
    });
    const clerk = { ...county.reader(PETER), roles: ['municipal-coordinator'] };
    expect(await settlements.identity(id, row, clerk)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    const [person] = await query<{ id: string }>(
      county.databaseUrl,
      'select person_id as id from cases where id = $1',
      [stays[0]],
    );
    expect(await accessed('read:row-identity')).toEqual([
      { staff: 'peter-holmlund', person: person?.id, case_id: id },
    ]);
    expect(await accessed('refused:read:row-identity')).toHaveLength(3);
  });

  it('refuses what is not the giver’s to do, or not now; nothing is written', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const codes = [];
    for (const [name, user, body] of [
      ['dispute-row', PETER, { row: 'p9.2024-02-01', reason }],
      ['review-settlement', SUSANNE, {}],
      ['sign-for-region', SUSANNE, {}],
      ['withdraw-dispute', PETER, { dispute: 'd9' }],
      ['recompute', STRANGER, {}],
    ] as const) {
      const answer = await tryTo(name, user, body);
      codes.push(answer.ok ? 'taken' : answer.refusal.code);
    }
    const second = await open(SUSANNE);
    codes.push(second.ok ? 'taken' : second.refusal.code);
    expect(codes).toEqual([
      'RULE_REFUSED',
      'ROLE_NOT_ALLOWED',
      'COMMAND_NOT_POSSIBLE',
      // Nothing is disputed.
      'ROLE_NOT_ALLOWED',
      'NOT_FOUND',
      // There is one settlement for each month.
      'RULE_REFUSED',
    ]);
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('shows what a new computation says otherwise; the old one can still be read', async () => {
    typed('2024-02-08');
    const view = await give('recompute', SUSANNE);
    expect(view.settlement.difference).toMatchObject({
      ...{ since: 1, added: [], changed: [] },
      removed: [{ id: 'p7.2024-02-09', amountOre: DAY_ORE, case: stays[0] }],
    });
    expect(view.settlement.versions.map(({ event, rows }) => [event, rows])).toEqual([
      [1, 4],
      [2, 3],
    ]);
    const { difference } = (await seenBy(PETER)).settlement;
    expect(difference?.removed.map((row) => [row.id, row.case])).toEqual([['p7.2024-02-09', null]]);
  });

  it('keeps a disputed row out of what is locked; both sides read what the other writes', async () => {
    typed('2024-02-08', '2024-02-09');
    await give('recompute', SUSANNE);
    await give('dispute-row', PETER, { row: 'p7.2024-02-09', reason });
    await give('write-in-dispute', SUSANNE, { dispute: 'd4', text: 'Vi frågar avdelningen.' });
    const view = await give('review-settlement', PETER);
    expect(view.settlement.disputes).toMatchObject([
      {
        ...{ id: 'd4', row: 'p7.2024-02-09', state: 'asked', stands: 'asked', silent: false },
        thread: [
          { text: reason, unit: { id: 'umea-betalning' } },
          { text: 'Vi frågar avdelningen.', unit: { id: 'region-betalning' } },
        ],
      },
    ]);
    await give('sign-for-region', SUSANNE);
    const locked = await give('sign-for-municipality', PETER);
    expect(locked).toMatchObject({
      state: 'locked',
      settlement: {
        locked: { undisputed: { totalOre: DAY_ORE }, disputedOre: DAY_ORE },
        outstandingOre: DAY_ORE,
      },
    });
  });

  it('is not changed by a correction of a stay after the lock: it comes with what is computed next', async () => {
    const before = (await seenBy(SUSANNE)).settlement;
    typed();
    expect(await tryTo('recompute', SUSANNE)).toMatchObject({
      refusal: { code: 'COMMAND_NOT_POSSIBLE' },
    });
    expect((await seenBy(SUSANNE)).settlement).toEqual(before);
    await give('note-invoice', SUSANNE, { number: 'F1' });
    await give('ask-to-reopen', SUSANNE, { reason: 'Ett vårdtillfälle har rättats.' });
    await give('agree-to-reopen', PETER);
    const view = await give('recompute', SUSANNE);
    expect(view.settlement.disputes).toMatchObject([{ state: 'gone' }]);
    await give('review-settlement', PETER);
    await give('sign-for-region', SUSANNE);
    const again = await give('sign-for-municipality', PETER);
    expect(again.settlement).toMatchObject({
      locked: { undisputed: { totalOre: 0 } },
      outstandingOre: -DAY_ORE,
    });
    const signed = await query<{ attested: unknown }>(
      county.databaseUrl,
      `select given -> 'attested' as attested from events
       where case_id = $1 and type = 'sign-for-municipality' order by seq`,
      [id],
    );
    expect(signed).toMatchObject([
      {
        attested: {
          ...{ policy: { id: 'lag-2017-612', version: 1 }, inputHash: before.inputHash, rows: 4 },
          undisputed: { totalOre: DAY_ORE },
        },
      },
      { attested: { undisputed: { totalOre: 0 } } },
    ]);
    const { invoices } = await give('note-credit', SUSANNE, { number: 'K1' }).then(
      (credited) => credited.settlement,
    );
    expect(invoices.map(({ number, ore }) => [number, ore])).toEqual([
      ['F1', DAY_ORE],
      ['K1', -DAY_ORE],
    ]);
  });

  it('proves with its log that it is what was written', async () => {
    const { signal } = new AbortController();
    const { faulty } = await county.service.verification.all(() => undefined, signal);
    expect(faulty).toEqual([]);
  });
});
