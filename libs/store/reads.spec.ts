import { randomUUID } from 'node:crypto';
import { CaseStore } from './case-store';
import type { AccessLine } from './case-write';
import {
  dutyRow,
  following,
  opening,
  openingOfSettlement,
  personRow,
  START,
  WARD,
} from './case-write.fixture';
import type { Reader } from './database';
import { DatabaseUnavailable } from './database-unavailable';
import { PersonStore } from './person-store';
import { testStore, type TestStore } from './test-store.fixture';

const MUNICIPALITY = 'umea-bistand-norr';
const LATE = '2026-03-02T12:00:00.000Z';
const LATER = '2026-03-02T13:00:00.000Z';

const ward: Reader = { unit: WARD, controller: 'region-vasterbotten', staff: 'anna' };
const receiver: Reader = { unit: MUNICIPALITY, controller: 'umea-social', staff: 'maria' };

describe('reading for somebody', () => {
  let store: TestStore;
  let cases: CaseStore;
  beforeAll(async () => {
    store = await testStore();
    cases = new CaseStore(store.database);
  });
  afterAll(() => store.end());

  const person = personRow({
    number: '199001012385',
    numberKind: 'personnummer',
    name: 'Åsa Öberg',
    address: 'Storgatan 1',
    municipality: '2480',
    registration: 'folkbokford',
    identifiedAt: START,
    protection: null,
    protectedSince: null,
  });
  const content = {
    entry: 'inskrivningsmeddelande',
    legalBasis: 'STATUTORY_MIN',
    source: null,
    salt: '0'.repeat(32),
  };
  const first = opening({
    personId: person.id,
    person,
    duties: [
      dutyRow('in-time'),
      dutyRow('too-late', { due: START }),
      dutyRow('no-due', { due: null }),
    ],
    contents: [
      { ...content, controller: 'region-vasterbotten', body: { note: 'för avdelningen' } },
      { ...content, controller: 'umea-social', body: { note: 'för kommunen' } },
    ],
  });
  const second = following(first, {
    word: 'notified',
    duties: [
      dutyRow('in-time', { closedSeq: 2, closedAt: START, outcome: 'fulfilled', person: 'maria' }),
      dutyRow('too-late', { due: START, closedSeq: 2, closedAt: LATE, outcome: 'waived' }),
    ],
    parties: [
      { unit: MUNICIPALITY, handover: 'h2-1', kind: 'municipal-social', since: LATE, until: null },
    ],
  });
  beforeAll(async () => {
    expect(await cases.write(first)).toEqual({ kind: 'written' });
    expect(await cases.write(second)).toEqual({ kind: 'written' });
  });

  it('gives the whole case, with instants as everywhere', async () => {
    const view = await store.database.read(receiver, (query) => query.caseView(first.caseId));
    const open = { closedSeq: null, closedAt: null, outcome: null, breached: false };
    expect(view).toEqual({
      case: {
        id: first.caseId,
        type: 'discharge',
        personId: person.id,
        region: '24',
        version: 2,
        definitionHash: first.definitionHash,
        state: second.state,
        word: 'notified',
        openedAt: START,
        endedAt: null,
      },
      person,
      duties: [
        { ...second.duties[0], breached: false },
        { ...dutyRow('no-due', { due: null }), ...open },
        { ...second.duties[1], breached: true },
      ],
      parties: [
        { unit: WARD, handover: null, kind: 'discharge', since: START, until: null },
        {
          unit: MUNICIPALITY,
          handover: 'h2-1',
          kind: 'municipal-social',
          since: LATE,
          until: null,
        },
      ],
      contents: [
        { ...first.contents[1], seq: 1, machine: null, recordedAt: START, unit: 'nus-medicin-2' },
      ],
      log: [],
      makers: [
        { type: 'admit', machine: null, unit: WARD },
        { type: 'note', machine: null, unit: WARD },
      ],
      seen: {},
      ...{ blocks: [], objectionSince: null, openedUntil: null, shield: null },
    });
  });

  it('gives each reader the contents of their own controller, at the same time', async () => {
    const readers = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? ward : receiver));
    const views = await Promise.all(
      readers.map((reader) => store.database.read(reader, (q) => q.caseView(first.caseId))),
    );
    expect(views.map((view) => view?.contents.map(({ body }) => body['note']))).toEqual(
      readers.map((reader) => [reader === ward ? 'för avdelningen' : 'för kommunen']),
    );
    const asSystem = await store.database.read('system', (q) => q.caseView(first.caseId));
    expect(asSystem?.contents).toEqual([]);
  });

  it('leaves nothing of the reader on the connection', async () => {
    await store.database.read(ward, (query) => query.caseView(first.caseId));
    const rows = await Promise.all(
      Array.from({ length: 20 }, () =>
        store.sql<{ controller: string | null; wait: string }>(
          `select current_setting('hemgang.controller', true) as controller,
                  current_setting('statement_timeout') as wait`,
        ),
      ),
    );
    for (const [row] of rows) {
      expect(row?.controller ?? '').toBe('');
      expect(row?.wait).toBe('5s');
    }
  });

  it('shows each of many who ask at once what his own controller holds, and the fault of one stays his', async () => {
    const bodies = (reader: Reader) =>
      store.database.readAtOnce(reader, async (query) => {
        const view = await query.caseView(first.caseId);
        return view === null ? null : view.contents.map(({ body }) => body);
      });
    const stranger: Reader = { unit: 'x', controller: 'lycksele-social', staff: 'x' };
    const broken = store.database.readAtOnce(ward, (query) => query.caseView('no uuid'));
    const answers = [ward, receiver, stranger, ward, receiver, 'system' as const].map(bodies);
    await expect(broken).rejects.toThrow('invalid input syntax');
    expect(await Promise.all(answers)).toEqual([
      await bodies(ward),
      await bodies(receiver),
      [],
      await bodies(ward),
      await bodies(receiver),
      [],
    ]);
    expect(await bodies(ward)).toContainEqual({ note: 'för avdelningen' });
    expect(await bodies(ward)).not.toContainEqual({ note: 'för kommunen' });
    expect(await bodies(receiver)).toContainEqual({ note: 'för kommunen' });
    expect(await bodies(receiver)).not.toContainEqual({ note: 'för avdelningen' });
  });

  it('shows a case that is about no patient with nobody, in lists too', async () => {
    const administration = 'region-betalning';
    const settlement = openingOfSettlement({
      duties: [dutyRow('settlement.underskrift.1', { unit: administration })],
      parties: [
        { unit: administration, handover: null, kind: 'settlement', since: START, until: null },
      ],
    });
    expect(await cases.write(settlement)).toEqual({ kind: 'written' });
    const reader: Reader = { ...ward, unit: administration };
    const [view, list, duties] = await store.database.read(reader, (query) =>
      Promise.all([
        query.caseView(settlement.caseId),
        query.casesOf(administration, 'settlement', null, 5),
        query.worklist([administration], { now: LATE, reader: 'maria' }, null, 5),
      ]),
    );
    expect(view).toMatchObject({ person: null, case: { personId: null } });
    expect(list).toMatchObject({ items: [{ person: null }] });
    expect(duties).toMatchObject({ items: [{ patient: null, caseType: 'settlement' }] });
  });

  it('knows no case that is not there', async () => {
    const view = await store.database.read(ward, (query) => query.caseView(randomUUID()));
    expect(view).toBeNull();
  });

  it('tells when each unit first saw the case, by reading or commanding, from the access log', async () => {
    const line = (unit: string, at: string, action = 'read:case'): AccessLine => ({
      at,
      staff: 'x',
      assignment: 'x',
      unit,
      person: person.id,
      caseId: first.caseId,
      action,
    });
    await store.database.read(ward, (query) =>
      query.appendAccess([
        line(MUNICIPALITY, LATE),
        line(MUNICIPALITY, START),
        line(WARD, START, 'read:events'),
        line(WARD, START, 'refused:discharge:NOT_POSSIBLE'),
        line(WARD, LATE, 'command:discharge'),
        line(WARD, LATER),
      ]),
    );
    const view = await store.database.readAtOnce(ward, (query) => query.caseView(first.caseId));
    expect(view?.seen).toEqual({ [MUNICIPALITY]: START, [WARD]: LATE });
  });

  it('notes nothing when what was noted could not be shown', async () => {
    const count = () => store.sql(`select count(*) as n from access_log`);
    const before = await count();
    const failing = store.database.read(ward, async (query) => {
      await query.appendAccess([{ ...first.access[0]!, action: 'read:case' }]);
      throw new Error('cannot be shown');
    });
    await expect(failing).rejects.toThrow('cannot be shown');
    expect(await count()).toEqual(before);
  });

  it('sees one moment, however long it reads', async () => {
    const versions = await store.database.read(ward, async (query) => {
      const before = await query.caseView(first.caseId);
      expect(await cases.write(following(second))).toEqual({ kind: 'written' });
      const after = await query.events(first.caseId, 0, 10);
      return [before?.case.version, after.length];
    });
    expect(versions).toEqual([2, 2]);
  });

  it('gives up after two seconds, for somebody waits', async () => {
    await store.database.transaction(async (other) => {
      const text = 'lock table cases in access exclusive mode';
      await other.run({ name: 'lock-cases', text }, []);
      const waiting = store.database.read(ward, (query) => query.caseView(first.caseId));
      await expect(waiting).rejects.toThrow(DatabaseUnavailable);
    });
    const view = await store.database.read(ward, (query) => query.caseView(first.caseId));
    expect(view?.case.id).toBe(first.caseId);
  });

  it('finds a patient by id and by number', async () => {
    const persons = new PersonStore(store.database);
    expect(await persons.byId(person.id)).toEqual(person);
    expect(await persons.byNumber('199001012385')).toEqual(person);
    expect(await persons.byNumber('199001012386')).toBeNull();
    expect(await persons.byId(randomUUID())).toBeNull();
  });
});
