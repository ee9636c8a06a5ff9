import {
  ANNA,
  contentsOf,
  HELENA,
  MARIA,
  PETER,
  query,
  recordFinding,
  SUSANNE,
  times,
} from '@hemgang/testing';
import { ApiServer, type Answer } from './api-server.fixture';
import {
  lists,
  operationsOnOne,
  outsiders,
  type AboutOne,
  type Outsider,
} from './foreign-cases.fixture';
import {
  followedUp,
  somethingOfOthers,
  stepUpEverybody,
  type Existing,
} from './foreign-ids.fixture';
import { fieldsThatCouldName, NAMES_WHAT_IS_SOMEBODYS, unjudged } from './ids-in-bodies.fixture';
import { KENT, namedInBodies, SARA } from './named-in-bodies.fixture';

jest.setTimeout(300_000);

/** People who try every operation; all of them in the full run. */
const PEOPLE = times({ quick: 2, full: Number.MAX_SAFE_INTEGER });

/** Who is only of a further controller tries every so many-th operation. */
const SPREAD = 10;

/** So many requests are under way at once. */
const HANDS = 8;

/** What may differ between any two answers: when it was given, and under which trace. */
const OF_THE_MOMENT = ['date', 'trace-id', 'keep-alive', 'connection'];

/** Tables that a refused request may write: its own line, and that the session was used. */
const MAY_CHANGE = ['access_log', 'sessions'];

/** A list of which nothing is the asker's. */
const EMPTY = JSON.stringify({ items: [], next: null });

/** An address of a case. */
const OF_CASE = /^\/api\/v1\/(discharges|sips|settlements|avvikelser)\//;

/** An answer as whoever compares two of them sees it. */
function seen({ status, headers, text }: Answer): object {
  const kept = [...headers.entries()].filter(([name]) => !OF_THE_MOMENT.includes(name));
  return { status, headers: Object.fromEntries(kept), text };
}

async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const queue = [...items];
  const hand = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

describe('what is somebody else’s', () => {
  let api: ApiServer;
  let existing: Existing;
  let people: readonly Outsider[];
  let operations: readonly AboutOne[];

  beforeAll(async () => {
    api = await ApiServer.start();
    existing = await somethingOfOthers(api);
    people = await outsiders(api.county);
    operations = operationsOnOne(api.county, existing);
    for (const { id } of people) await api.token(id);
    for (const id of [KENT, PETER, SARA]) await api.token(id);
    await stepUpEverybody(api.county);
  });

  afterAll(() => api.stop());

  const ask = (user: string, { method, body }: AboutOne, path: string): Promise<Answer> =>
    api.call(method, path, body, user);

  const accessLines = async (): Promise<number> => {
    const [row] = await query<{ count: number }>(
      api.county.databaseUrl,
      'select count(*)::int as count from access_log',
    );
    return row?.count ?? 0;
  };

  /** Spread over roles and units, the same every time. */
  const chosen = (): readonly Outsider[] => {
    const first = PEOPLE < people.length ? people.filter(({ isFurther }) => !isFurther) : people;
    const step = Math.max(1, Math.floor(first.length / PEOPLE));
    return first.filter((_, index) => index % step === 0).slice(0, PEOPLE);
  };

  it('looks to every role of every other unit like what does not exist, and each try is logged', async () => {
    const before = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    const lines = await accessLines();
    const tries = chosen().flatMap(({ id, isFurther }, number) =>
      operations
        .filter((_, index) => !isFurther || index % SPREAD === number % SPREAD)
        .map((operation) => ({ id, operation })),
    );
    // Nobody else is let as far as to what another controller's administrators keep.
    const kept = operations.filter(({ existing: path }) => !OF_CASE.test(path));
    tries.push(...kept.map((operation) => ({ id: KENT, operation })));
    const faults: unknown[] = [];
    const statuses = new Map<number, number>();
    await each(tries, async ({ id, operation }) => {
      const theirs = await ask(id, operation, operation.existing);
      const nothing = await ask(id, operation, operation.missing);
      statuses.set(theirs.status, (statuses.get(theirs.status) ?? 0) + 1);
      const isRefused = theirs.status === 404 || theirs.status === 403;
      const isSame = JSON.stringify(seen(theirs)) === JSON.stringify(seen(nothing));
      if (!isRefused || !isSame || !operation.answers.includes(theirs.status)) {
        faults.push([id, operation.operationId, seen(theirs), seen(nothing)]);
      }
    });
    const logged = (await accessLines()) - lines;
    recordFinding('foreign-cases', {
      promise: 'Every operation on what is somebody else’s, by every role of every other unit',
      figures: {
        operations: operations.length,
        people: chosen().length,
        'requests compared': tries.length * 2,
        'answers that differ': faults.length,
        'tries in the access log': logged,
        ...Object.fromEntries(
          [...statuses].map(([status, count]) => [`answered ${status}`, count]),
        ),
      },
    });
    expect(operations.length).toBeGreaterThan(100);
    expect(faults.slice(0, 3)).toEqual([]);
    expect(logged).toBe(tries.length * 2);
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(before);
  });

  it('is told apart from what does not exist by its own parties: the comparison sees a difference', async () => {
    const reads = operations.filter(
      ({ method, existing: path }) => method === 'GET' && path.includes('/discharges/'),
    );
    for (const operation of reads) {
      const own = await ask(ANNA, operation, operation.existing);
      const nothing = await ask(ANNA, operation, operation.missing);
      expect([operation.operationId, own.status, nothing.status]).toEqual([
        operation.operationId,
        200,
        404,
      ]);
    }
  });

  it('stands in no list of theirs', async () => {
    const ids = Object.values(existing).filter((id) => id.includes('-'));
    const told: unknown[] = [];
    const tries = chosen().flatMap(({ id }) => lists(api.county).map((path) => ({ id, path })));
    await each(tries, async ({ id, path }) => {
      const { text } = await api.get(path, id);
      if (ids.some((own) => text.includes(own))) told.push([id, path]);
    });
    expect(lists(api.county).length).toBeGreaterThan(8);
    expect(told).toEqual([]);
  });

  it('is not found under the address of another type, by its own parties either', async () => {
    const before = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    const types = ['discharges', 'sips', 'settlements', 'avvikelser'];
    const parties = {
      ...{ discharges: ANNA, sips: HELENA },
      ...{ settlements: SUSANNE, avvikelser: MARIA },
    };
    for (const [type, user] of Object.entries(parties)) {
      const id = existing[type] ?? '';
      for (const operation of operations.filter(({ method }) => method === 'GET')) {
        const [, , , other = ''] = operation.existing.split('/');
        if (other === type || !types.includes(other)) continue;
        const path = operation.existing.replace(existing[other] ?? '', id);
        const answers = [
          await ask(user, operation, path),
          await ask(user, operation, operation.missing),
        ];
        const [wrong, nothing] = answers.map(seen);
        expect([operation.operationId, wrong]).toEqual([operation.operationId, nothing]);
        expect(answers[0]?.status).toBe(404);
      }
    }
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(before);
  });

  it('named in a body is as unknown as what does not exist, whatever the body', async () => {
    const chosenOf = [...chosen(), ...people.filter(({ id }) => id === KENT)];
    const tries = await namedInBodies(api, existing, people, chosenOf);
    await stepUpEverybody(api.county);
    const before = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    for (const { field, user, path, bodyOf, theirs, none } of tries) {
      const named = await api.post(path, bodyOf(theirs), user);
      const unknown = await api.post(path, bodyOf(none), user);
      expect([field, user, seen(named)]).toEqual([field, user, seen(unknown)]);
      // Refused for this field, not for another that stands wrong beside it.
      const { errors } = (named.body ?? {}) as { readonly errors?: unknown };
      const own = expect.stringContaining(`/${field.split('.')[1] ?? ''}`) as string;
      if (errors !== undefined) expect([field, errors]).toMatchObject([field, [{ path: own }]]);
      const isNothing = named.status >= 400 && named.status < 500;
      expect([field, named.text, isNothing || named.text === EMPTY]).toEqual([
        field,
        named.text,
        true,
      ]);
    }
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(before);
    const fields = [...new Set(tries.map(({ field }) => field))];
    expect(fields.sort()).toEqual([...NAMES_WHAT_IS_SOMEBODYS].sort());
    recordFinding('foreign-ids-in-bodies', {
      promise: 'Every field of a body that names what is somebody else’s',
      figures: { fields: fields.length, 'requests compared': tries.length * 2 },
    });
  });

  it('escapes nobody who crawls: an id of a new kind must be told of first', () => {
    const paths = (path: string) => ({ [path]: { get: { operationId: 'getX', responses: {} } } });
    const crawled = (path: string) => operationsOnOne(api.county, existing, paths(path));
    expect(crawled('/api/v1/discharges/{id}/handovers/{handover}')).toHaveLength(2);
    expect(() => crawled('/api/v1/discharges/{id}/letters/{letter}')).toThrow('after letters');
    expect(Object.entries(existing).filter(([, id]) => id === '')).toEqual([]);
    const fields = fieldsThatCouldName(api.county);
    expect(fields.length).toBeGreaterThan(100);
    expect(unjudged(fields)).toEqual([]);
    expect(unjudged(['getX.letter', ...fields])).toEqual(['getX.letter']);
    expect(NAMES_WHAT_IS_SOMEBODYS.filter((each) => !fields.includes(each))).toEqual([]);
  });

  it('has no part under what is one’s own', async () => {
    const own = await followedUp(api, KENT);
    const before = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    const { reviews = '', lines = '' } = existing;
    const decide = (review: string, line: string) =>
      api.post(
        `/api/v1/access-log/reviews/${review}/lines/${line}/decision`,
        { decision: 'justified' },
        KENT,
      );
    const nothing = seen(await decide(own.reviews, '999999999'));
    expect(own.lines).not.toBe('');
    expect(seen(await decide(own.reviews, lines))).toEqual(nothing);
    expect(seen(await decide(reviews, own.lines))).toEqual(nothing);
    expect(nothing).toMatchObject({ status: 404 });
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(before);
  });

  it('cannot be claimed by a field that the description does not have', async () => {
    const more = { unit: 'umea-bistand-norr', controller: 'kommun-2480', roles: ['physician'] };
    const commands = operations.filter(
      ({ method, existing: path }) => method === 'POST' && path.includes('/discharges/'),
    );
    const before = await contentsOf(api.county.databaseUrl, ...MAY_CHANGE);
    for (const { existing: path, body, operationId } of commands) {
      const answer = await api.post(path, { ...(body as object), ...more }, ANNA);
      expect([operationId, answer.status >= 400 && answer.status < 500]).toEqual([
        operationId,
        true,
      ]);
    }
    expect(await contentsOf(api.county.databaseUrl, ...MAY_CHANGE)).toEqual(before);
  });
});
