import { WorkflowRegistry } from '@hemgang/cases';
import { DEMO_COUNTY } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import { query } from '@hemgang/testing';
import { handoverWord } from '@workflows/handover';
import { replayed } from '@hemgang/cases';
import { faultsOfLife, Shelf, type StoredLife } from '../versions/live-cases.fixture';
import { simulatedMonth, type SimulatedMonth } from './simulated-month.fixture';

const IS_FULL = process.env['HEMGANG_FULL'] === '1';
const DAYS = IS_FULL ? 30 : 4;
const SEED = 7;

/** A whole month takes minutes, also when other suites keep both processors busy. */
jest.setTimeout(IS_FULL ? 1_800_000 : 300_000);

/** What a receiver's side may have become in a case that is closed. */
const ACCOUNTED_FOR = ['taken-over', 'nothing-to-take-over', 'rejected', 'withdrawn', 'removed', 'ended'];

describe('after a simulated month', () => {
  let month: SimulatedMonth;
  let lives: readonly StoredLife[];
  const registry = new WorkflowRegistry();
  const county = new Directory(DEMO_COUNTY);

  beforeAll(async () => {
    month = await simulatedMonth(DAYS, SEED);
    const shelf = await Shelf.open(month.database.url);
    lives = await shelf.lives();
    await shelf.close();
  });

  afterAll(() => month.database.drop());

  it('every case replays from its log to what is stored of it, and no timer is lost', () => {
    expect(lives.flatMap((life) => faultsOfLife(registry, life))).toEqual([]);
    expect(lives).toHaveLength(month.told.stays);
  });

  it('no timer that was due has not fired, and all the others are live', async () => {
    const late = await query(
      month.database.url,
      'select case_id, duty from timers where fire_at <= $1 or not live',
      [month.told.until],
    );
    expect(late).toEqual([]);
    const fired = lives.flatMap(({ events }) => events.filter(({ type }) => type === 'ladder'));
    expect(fired.length).toBeGreaterThan(100);
    expect(fired.filter(({ occurredAt, recordedAt }) => occurredAt !== recordedAt)).toEqual([]);
  });

  it('no duty has been without exactly one owner at any instant', () => {
    const faults = lives.flatMap((life) =>
      replayed(registry, life.state.type, life.events).flatMap(({ state }) => {
        const ids = state.duties.map(({ id }) => id);
        const ownerless = state.duties.filter(({ unit }) => county.unit(unit) === undefined);
        return [
          ...(new Set(ids).size === ids.length ? [] : [`${life.id}: a duty twice`]),
          ...ownerless.map(({ id }) => `${life.id}: ${id} has no owner`),
        ];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('every case whose story is over is closed, with all handovers accounted for', async () => {
    const closed = lives.filter(({ state }) => state.closedAt !== null);
    expect(closed.length).toBeGreaterThan(0);
    for (const { state } of closed) {
      expect(state.duties).toEqual([]);
      const words = Object.values(state.machines)
        .filter(({ kind }) => kind.startsWith('handover-'))
        .map(handoverWord);
      expect(words.filter((word) => !ACCOUNTED_FOR.includes(word))).toEqual([]);
    }
    // Whoever has left and is not closed still waits for somebody.
    const waiting = lives.filter(({ state }) => state.closedAt === null);
    expect(waiting.filter(({ word, state }) => word === 'left' && state.duties.length === 0)).toEqual([]);
  });

  it('nothing that one stay tells another is left untold', async () => {
    const facts = await query(month.database.url, `select from outbox where job = 'tell-case'`);
    expect(facts).toEqual([]);
  });
});
