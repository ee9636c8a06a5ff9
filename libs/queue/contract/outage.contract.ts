import { QueueUnavailable } from '..';
import type { Bench } from './bench.contract';
import { countJobs, eventually, range } from './bench.contract';
import { Gate } from './gate.contract';

/** `add` and `health` promise 3 s; the rest is for a busy machine. */
const ANSWER_WITHIN_MS = 4_000;

/**
 * Noticing takes two pings, closing and cutting as long as they may, and a job that the dead worker
 * has taken is free after its lock: 27 s on an idle machine at most, and this one is busy.
 */
export const REPLACED_WITHIN_MS = 60_000;

/** What the queue promises while its server is gone, and when it comes back. */
export function outageContract(bench: () => Bench): void {
  let gate: Gate;

  beforeEach(async () => {
    gate = new Gate(bench().server.url);
    await gate.open();
  });

  afterEach(async () => {
    await bench().clear();
    await gate.shut();
  });

  it('closes although the server is gone', async () => {
    const queue = bench().open(gate.url);
    await queue.process(bench().handlers());
    await queue.add(countJobs(1));
    await eventually(() => bench().handled.length === 1);
    await gate.shut();
    const begun = performance.now();
    await queue.close();
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('refuses jobs in time while the server is gone and goes on when it is back', async () => {
    const queue = bench().open(gate.url);
    await queue.process(bench().handlers());
    await queue.add(countJobs(1));
    await eventually(() => bench().handled.length === 1);
    await gate.shut();
    await expectUnavailable(queue);
    await expectUnavailable(queue);
    await gate.open();
    await eventually(() => addedIfPossible(queue, 2));
    await eventually(() => bench().handled.includes(2));
  });

  it('may be opened before its server', async () => {
    await gate.shut();
    const queue = bench().open(gate.url);
    await queue.process(bench().handlers());
    await expectUnavailable(queue);
    await gate.open();
    await eventually(() => addedIfPossible(queue, 1));
    await eventually(() => bench().handled.length === 1);
  });

  it('replaces connections that died without saying so', async () => {
    const queue = bench().open(gate.url);
    await queue.process(bench().handlers());
    await queue.add(countJobs(1));
    await eventually(() => bench().handled.length === 1);
    gate.silence();
    await expectRefusal(queue);
    await eventually(() => addedIfPossible(queue, 2));
    await eventually(() => bench().handled.includes(2), REPLACED_WITHIN_MS);
  });

  it('survives the loss of everything it holds, in the middle of the work', async () => {
    const queue = bench().open();
    await queue.process(bench().handlers(() => new Promise((done) => setTimeout(done, 10))));
    await queue.add(countJobs(500));
    await eventually(() => bench().handled.length >= 40);
    await bench().server.wipe();
    expect(bench().handled.length).toBeLessThan(500);
    await queue.add(countJobs(100, 1_001));
    const late = () => bench().handled.filter((n) => n > 1_000);
    await eventually(() => late().length === 100);
    expect(late()).toEqual(range(1_001, 1_100));
  });
}

type Queue = ReturnType<Bench['open']>;

async function expectUnavailable(queue: Queue): Promise<void> {
  await expectRefusal(queue);
  const begun = performance.now();
  expect(await queue.health()).toMatchObject({ reachable: false });
  expect(performance.now() - begun).toBeLessThan(ANSWER_WITHIN_MS);
}

async function expectRefusal(queue: Queue): Promise<void> {
  const begun = performance.now();
  await expect(queue.add(countJobs(1, 9_000))).rejects.toBeInstanceOf(QueueUnavailable);
  expect(performance.now() - begun).toBeLessThan(ANSWER_WITHIN_MS);
}

async function addedIfPossible(queue: Queue, n: number): Promise<boolean> {
  try {
    await queue.add(countJobs(1, n));
    return true;
  } catch (error) {
    if (error instanceof QueueUnavailable) return false;
    throw error;
  }
}
