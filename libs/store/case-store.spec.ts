import { randomUUID } from 'node:crypto';
import { CaseStore } from './case-store';
import type { CaseWrite, IdempotencyRow, WriteOutcome } from './case-write';
import {
  dutyRow,
  everything,
  following,
  notice,
  opening,
  openingOfSettlement,
  personRow,
  START,
  timerRow,
  type StayWrite,
  WARD,
} from './case-write.fixture';
import { testStore, type TestStore } from './test-store.fixture';

const KEY: IdempotencyRow = {
  caller: 'anna-medicin-2',
  key: 'k1',
  bodyHash: 'c'.repeat(64),
  status: 201,
};

describe('the case store', () => {
  let store: TestStore;
  let cases: CaseStore;
  beforeAll(async () => {
    store = await testStore();
    cases = new CaseStore(store.database);
  });
  afterAll(() => store.end());

  async function opened(change: Partial<StayWrite> = {}): Promise<StayWrite> {
    const write = opening(change);
    expect(await cases.write(write)).toEqual({ kind: 'written' });
    return write;
  }

  /** A write with something for every table. */
  function full(before: CaseWrite, change: Partial<CaseWrite> = {}): CaseWrite {
    const base = following(before);
    const { seq } = base.event;
    return {
      ...base,
      duties: [dutyRow(`h1-1.kvittens.${seq}`, { openedSeq: seq })],
      timers: [timerRow(`h1-1.kvittens.${seq}`, START)],
      parties: [
        { unit: `unit-${seq}`, handover: `h${seq}-1`, kind: 'handover', since: START, until: null },
      ],
      outbox: [notice(base.caseId, seq, 'umea-bistand-norr')],
      contents: [
        {
          controller: 'umea-social',
          entry: 'inskrivningsmeddelande',
          legalBasis: 'STATUTORY_MIN',
          source: null,
          salt: '0'.repeat(32),
          body: { text: 'Åsa väntar på hemgång.' },
        },
      ],
      idempotency: { ...KEY, key: randomUUID() },
      ...change,
    };
  }

  it('gives back what was written', async () => {
    const first = await opened();
    const second = full(first);
    expect(await cases.write(second)).toEqual({ kind: 'written' });
    const { caller, key } = second.idempotency!;
    expect(await cases.load(first.caseId, { caller, key })).toEqual({
      case: {
        id: first.caseId,
        type: 'discharge',
        personId: first.personId,
        region: '24',
        version: 2,
        definitionHash: first.definitionHash,
        state: second.state,
      },
      parties: [WARD, 'unit-2'],
      idempotency: { bodyHash: KEY.bodyHash, caseId: first.caseId, version: 2, status: 201 },
    });
    expect(await cases.events(first.caseId, 0, 10)).toEqual([first.event, second.event]);
    expect(await cases.events(first.caseId, 1, 10)).toEqual([second.event]);
    expect(await cases.contentsFor(first.caseId, 'umea-social')).toEqual([
      {
        ...second.contents[0],
        ...{ seq: 2, machine: null, recordedAt: second.event.recordedAt, unit: WARD },
      },
    ]);
    expect(await cases.contentsFor(first.caseId, 'lycksele-social')).toEqual([]);
  });

  it('knows nothing of a case or key that is not there', async () => {
    expect(await cases.load(randomUUID(), { caller: 'x', key: 'y' })).toEqual({
      case: null,
      parties: [],
      idempotency: null,
    });
    expect(await cases.findByKey('x', 'y')).toBeNull();
  });

  it('lets exactly one of a hundred concurrent writes win a version', async () => {
    const first = await opened();
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => cases.write(full(first))));
    const kinds = outcomes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'written')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'stale')).toHaveLength(99);
    expect(await cases.events(first.caseId, 0, 200)).toHaveLength(2);
  });

  it('numbers the events of a case without gaps, whoever writes', async () => {
    const first = await opened();
    const addOne = async (): Promise<void> => {
      for (;;) {
        const { case: found } = await cases.load(first.caseId);
        const before = { ...first, event: { ...first.event, seq: found!.version } };
        const { kind } = await cases.write(following(before));
        if (kind === 'written') return;
        expect(kind).toBe('stale');
      }
    };
    await Promise.all(Array.from({ length: 20 }, addOne));
    const events = await cases.events(first.caseId, 0, 100);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
  });

  it.each([
    ['on one case', (first: CaseWrite) => full(first, { idempotency: { ...KEY, key: 'same-1' } })],
    ['opening cases', () => opening({ idempotency: { ...KEY, key: 'same-2' } })],
    [
      'opening a stay of one person',
      (first: StayWrite) =>
        opening({
          personId: first.personId,
          person: null,
          region: '23',
          idempotency: { ...KEY, key: 'same-3' },
        }),
    ],
  ])('writes one of fifty concurrent repeats of a key, %s', async (_, repeat) => {
    const first = await opened();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => cases.write(repeat(first))),
    );
    const kinds = outcomes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'written')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'key-used')).toHaveLength(49);
  });

  it('keeps the keys of different callers apart', async () => {
    await opened({ idempotency: { ...KEY, key: 'mine' } });
    await opened({ idempotency: { ...KEY, caller: 'maria', key: 'mine' } });
  });

  describe('leaves no row anywhere when it refuses', () => {
    async function refuses(write: CaseWrite, kind: string): Promise<void> {
      const before = await everything(store);
      expect(await cases.write(write)).toEqual({ kind });
      expect(await everything(store)).toEqual(before);
    }

    it('a stale version', async () => {
      const first = await opened();
      expect(await cases.write(full(first))).toEqual({ kind: 'written' });
      await refuses(full(first), 'stale');
      const ahead = { ...first, event: { ...first.event, seq: 7 } };
      await refuses(full(ahead), 'stale');
    });

    it('a case that is not there', async () => {
      await refuses(full(opening()), 'stale');
    });

    it('a case that is there already', async () => {
      const { caseId } = await opened();
      await refuses(opening({ caseId }), 'stale');
    });

    it('a used key', async () => {
      const first = await opened({ idempotency: { ...KEY, key: 'once' } });
      await refuses(full(first, { idempotency: { ...KEY, key: 'once' } }), 'key-used');
    });

    it('a second stay of the person in the region', async () => {
      const { personId } = await opened();
      await refuses(opening({ personId, person: null }), 'stay-open');
    });

    it('a new patient whom somebody else has just added', async () => {
      const known = { number: '199001012385', numberKind: 'personnummer', identifiedAt: START };
      const one = personRow(known as object);
      const two = personRow(known as object);
      await opened({ personId: one.id, person: one });
      await refuses(opening({ personId: two.id, person: two, region: '23' }), 'stale');
    });
  });

  it('lets a stay be opened when the last one has ended, and in another region', async () => {
    const first = await opened();
    await opened({ personId: first.personId, person: null, region: '23' });
    expect(await cases.openStay(first.personId, '24')).toEqual({
      id: first.caseId,
      parties: [WARD],
    });
    expect(await cases.write(following(first, { endedAt: START }))).toEqual({ kind: 'written' });
    expect(await cases.openStay(first.personId, '24')).toBeNull();
    await opened({ personId: first.personId, person: null });
  });

  it('writes nothing at all when one row is impossible', async () => {
    const first = await opened();
    const before = await everything(store);
    const closedWithoutOutcome = dutyRow('h1-1.kvittens.2', { closedSeq: 2, closedAt: START });
    const write = full(first, { duties: [closedWithoutOutcome] });
    await expect(cases.write(write)).rejects.toThrow('duties');
    expect(await everything(store)).toEqual(before);
  });

  it('refuses an event that counts otherwise than the version', async () => {
    const first = await opened();
    const write = full(first);
    const wrong = { ...write, event: { ...write.event, seq: 3 } };
    await expect(cases.write(wrong)).rejects.toThrow('after version 1 comes event 2');
  });

  describe('writes what commands of many cases do together', () => {
    const many = () => Promise.all(Array.from({ length: 10 }, () => opened()));

    it('and none of them bears the fault of another', async () => {
      const [broken, repeated, stale, ...sound] = await many();
      const key = { ...KEY, key: randomUUID() };
      await opened({ idempotency: key });
      expect(await cases.write(full(stale!))).toEqual({ kind: 'written' });
      const closedWithoutOutcome = dutyRow('a', { closedSeq: 2, closedAt: START });
      const outcomes = await Promise.allSettled([
        cases.write(full(broken!, { duties: [closedWithoutOutcome] })),
        cases.write(full(repeated!, { idempotency: key })),
        cases.write(full(stale!)),
        ...sound.map((first) => cases.write(full(first))),
      ]);
      expect(
        outcomes.map((each) => (each.status === 'fulfilled' ? each.value.kind : null)),
      ).toEqual([null, 'key-used', 'stale', ...sound.map(() => 'written')]);
      expect(outcomes[0]).toMatchObject({
        reason: { constraint: expect.stringContaining('duties') },
      });
      for (const { caseId } of [broken!, repeated!]) {
        expect(await cases.events(caseId, 0, 10)).toHaveLength(1);
      }
      for (const { caseId } of sound) expect(await cases.events(caseId, 0, 10)).toHaveLength(2);
    });

    it('and none of them waits for a case that somebody else holds', async () => {
      const [held, ...free] = await many();
      let late: Promise<WriteOutcome> | undefined;
      await store.database.transaction(async (session) => {
        const text = 'select from cases where id = $1 for update';
        await session.run({ name: '', text }, [held!.caseId]);
        late = cases.write(full(held!));
        for (const first of free) {
          expect(await cases.write(full(first))).toEqual({ kind: 'written' });
        }
      });
      expect(await late).toEqual({ kind: 'written' });
    });
  });

  it('takes a case that is about no patient, but no such stay', async () => {
    const settlement = openingOfSettlement();
    expect(await cases.write(settlement)).toEqual({ kind: 'written' });
    expect(
      await cases.write(following(settlement, { state: { ...settlement.state, seq: 2 } })),
    ).toEqual({
      kind: 'written',
    });
    expect((await cases.load(settlement.caseId)).case).toMatchObject({
      personId: null,
      version: 2,
    });
    const before = await everything(store);
    const stay = { ...opening(), personId: null, person: null };
    await expect(cases.write(stay)).rejects.toThrow('cases_stay_has_patient');
    expect(await everything(store)).toEqual(before);
  });

  it('brings the patient up to date with the command that names her', async () => {
    const first = await opened();
    const person = personRow({ id: first.personId, name: 'Åsa Öberg' });
    expect(await cases.write(following(first, { person }))).toEqual({ kind: 'written' });
    const rows = await store.sql(`select name from persons where id = $1`, [first.personId]);
    expect(rows).toEqual([{ name: 'Åsa Öberg' }]);
  });

  it('takes a case over to another person, and to nobody who has an open stay', async () => {
    const first = await opened();
    const person = personRow();
    const moved = following(first, { personId: person.id, person });
    expect(await cases.write(moved)).toEqual({ kind: 'written' });
    expect((await cases.load(first.caseId)).case?.personId).toBe(person.id);
    const other = await opened();
    const before = await everything(store);
    const clash = following(moved, { personId: other.personId });
    expect(await cases.write(clash)).toEqual({ kind: 'stay-open' });
    expect(await everything(store)).toEqual(before);
    // The bed of the first person is free.
    expect(await cases.write(opening({ personId: first.personId, person: null }))).toEqual({
      kind: 'written',
    });
  });

  it('keeps one timer per open duty and removes those of the duties it was given', async () => {
    const timersOf = (caseId: string) =>
      store.sql(`select duty, fire_at as at from timers where case_id = $1 order by duty`, [
        caseId,
      ]);
    const later = '2026-03-02T12:00:00.000Z';
    const first = await opened({
      duties: ['a', 'b', 'c'].map((id) => dutyRow(id)),
      timers: ['a', 'b', 'c'].map((id) => timerRow(id, START)),
    });
    const closed = dutyRow('a', { closedSeq: 2, closedAt: START, outcome: 'fulfilled' });
    const second = following(first, {
      duties: [closed, dutyRow('b', { due: later })],
      timers: [timerRow('b', later)],
    });
    expect(await cases.write(second)).toEqual({ kind: 'written' });
    expect(await timersOf(first.caseId)).toEqual([
      { duty: 'b', at: later },
      { duty: 'c', at: START },
    ]);
  });

  it('leaves the timers alone when it is stale', async () => {
    const first = await opened({ duties: [dutyRow('a')], timers: [timerRow('a', START)] });
    expect(await cases.write(following(first))).toEqual({ kind: 'written' });
    const late = following(first, { duties: [dutyRow('a')], timers: [] });
    expect(await cases.write(late)).toEqual({ kind: 'stale' });
    const rows = await store.sql(`select duty from timers where case_id = $1`, [first.caseId]);
    expect(rows).toEqual([{ duty: 'a' }]);
  });
});
