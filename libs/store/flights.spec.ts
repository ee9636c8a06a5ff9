import { DatabaseUnavailable } from './database-unavailable';
import { Flights } from './flights';

/** Until everything that has left, or leaves at the end of a turn, has left. */
const turn = (): Promise<void> =>
  new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

/** A question under way, answered when the test says so. */
interface UnderWay {
  readonly items: readonly string[];
  land(answers?: readonly (string | undefined)[]): void;
  crash(error: Error): void;
}

describe('questions that leave together', () => {
  let flown: UnderWay[];
  let alone: UnderWay[];
  let flights: Flights<string, string>;
  beforeEach(() => {
    flown = [];
    alone = [];
    flights = new Flights<string, string>({
      together: (items) =>
        new Promise((resolve, reject) => {
          flown.push({
            items,
            land: (answers = items.map((item) => `${item}!`)) => resolve(answers),
            crash: reject,
          });
        }),
      alone: (item) =>
        new Promise((resolve, reject) => {
          alone.push({
            items: [item],
            land: ([answer = item] = []) => resolve(answer),
            crash: reject,
          });
        }),
      keyOf: (item) => item.charAt(0),
    });
  });

  const board = (items: readonly string[]) => items.map((item) => flights.board(item));
  /** Nobody looks at their answers. */
  const leave = (items: readonly string[]): void => void Promise.all(board(items));

  it('leave in the same turn, and each gets its own answer', async () => {
    const answers = board(['a', 'b', 'c']);
    await turn();
    expect(flown.map(({ items }) => items)).toEqual([['a', 'b', 'c']]);
    flown[0]?.land();
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!']);
  });

  it('wait while some are under way, and leave with all that has come when these have landed', async () => {
    leave(['a']);
    await turn();
    const late = board(['b', 'c']);
    await turn();
    const later = board(['d']);
    await turn();
    expect(flown.map(({ items }) => items)).toEqual([['a']]);
    flown[0]?.land();
    await turn();
    expect(flown[1]?.items).toEqual(['b', 'c', 'd']);
    flown[1]?.land();
    expect(await Promise.all([...late, ...later])).toEqual(['b!', 'c!', 'd!']);
  });

  it('are never two of a kind in one flight', async () => {
    leave(['a1', 'b', 'a2', 'a3']);
    await turn();
    flown[0]?.land();
    await turn();
    flown[1]?.land();
    await turn();
    expect(flown.map(({ items }) => items)).toEqual([['a1', 'b'], ['a2'], ['a3']]);
  });

  it('are asked alone when they got no answer, and hold up no flight meanwhile', async () => {
    const [first, second] = board(['a', 'b']);
    await turn();
    flown[0]?.land(['a!', undefined]);
    expect(await first).toBe('a!');
    expect(alone.map(({ items }) => items)).toEqual([['b']]);
    leave(['c']);
    await turn();
    expect(flown[1]?.items).toEqual(['c']);
    alone[0]?.land(['b at last']);
    expect(await second).toBe('b at last');
  });

  it('are asked one by one when they failed together: nobody bears the fault of another', async () => {
    const [good, bad] = board(['a', 'b']);
    await turn();
    flown[0]?.crash(new Error('one of them'));
    await turn();
    alone[0]?.land(['fine']);
    alone[1]?.crash(new Error('mine'));
    expect(await good).toBe('fine');
    await expect(bad).rejects.toThrow('mine');
  });

  it('are all told when the database is away, and the next ones leave', async () => {
    const lost = board(['a', 'b']);
    await turn();
    flown[0]?.crash(new DatabaseUnavailable('cut'));
    for (const each of lost) await expect(each).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(alone).toEqual([]);
    const next = board(['c']);
    await turn();
    flown[1]?.land();
    expect(await Promise.all(next)).toEqual(['c!']);
  });

  it('are at most sixty-four', async () => {
    const many = Array.from({ length: 70 }, (_, n) => String.fromCodePoint(0x4e00 + n));
    leave(many);
    await turn();
    flown[0]?.land();
    await turn();
    expect(flown.map(({ items }) => items.length)).toEqual([64, 6]);
  });
});
