import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Bench } from './bench.contract';
import { countJobs, eventually, isEmpty, range } from './bench.contract';

const SWC = resolve(__dirname, '../../testing/register-swc.cjs');
const ENDLESS_WORKER = resolve(__dirname, 'endless-worker.contract.ts');

/** How jobs get from the one who adds them to the one who handles them. */
export function deliveryContract(bench: () => Bench): void {
  it('delivers every job with its payload', async () => {
    const queue = bench().open();
    await queue.process(bench().handlers());
    await queue.add(countJobs(3));
    await eventually(() => bench().attempts.length === 3);
    expect(bench().handled).toEqual([1, 2, 3]);
    await eventually(() => isEmpty(queue));
  });

  it('handles 1,000 jobs added at once', async () => {
    const queue = bench().open();
    await queue.process(bench().handlers());
    await queue.add(countJobs(1_000));
    await eventually(() => bench().handled.length === 1_000, 30_000);
    expect(bench().handled).toEqual(range(1, 1_000));
  });

  it('does nothing for an id that still waits or runs, and takes it again afterwards', async () => {
    const queue = bench().open();
    const twice = [...countJobs(1), ...countJobs(1)];
    await queue.add(twice);
    await queue.add(twice);
    let finish = (): void => undefined;
    const finished = new Promise<void>((done) => (finish = done));
    await queue.process(bench().handlers((n) => (n === 1 ? finished : Promise.resolve())));
    await eventually(() => bench().attempts.length === 1);
    await queue.add(countJobs(1));
    await queue.add(countJobs(1, 2));
    await eventually(() => bench().attempts.some(({ n }) => n === 2));
    expect(bench().attempts.map(({ n }) => n)).toEqual([1, 2]);
    finish();
    // When the first run is over nobody is told, so it is added until it is taken: perhaps twice.
    await eventually(async () => {
      await queue.add(countJobs(1));
      return bench().attempts.length > 2;
    });
    expect(
      bench()
        .attempts.map(({ n }) => n)
        .slice(0, 3),
    ).toEqual([1, 2, 1]);
  });

  it('waits for the running handler when it stops, and takes no more jobs', async () => {
    const queue = bench().open();
    const order: string[] = [];
    let finish = (): void => undefined;
    const released = new Promise<void>((done) => (finish = done));
    const stop = await queue.process(
      bench().handlers(() => released.then(() => void order.push('handled'))),
    );
    await queue.add(countJobs(1));
    await eventually(() => bench().attempts.length === 1);
    const stopped = stop().then(() => order.push('stopped'));
    await expect(eventually(() => order.length > 0, 4_000)).rejects.toThrow('not within');
    finish();
    await stopped;
    expect(order).toEqual(['handled', 'stopped']);
    await queue.add(countJobs(1, 2));
    await expect(eventually(() => bench().handled.length > 1, 500)).rejects.toThrow('not within');
    expect(await queue.health()).toMatchObject({ waiting: 1, active: 0 });
  });

  it('hands the job of a killed process to another within 10 s', async () => {
    const queue = bench().open();
    await queue.add(countJobs(1));
    const victim = await startEndlessWorker(bench());
    await queue.process(bench().handlers());
    victim.kill('SIGKILL');
    await once(victim, 'exit');
    await eventually(() => bench().attempts.length > 0, 10_000);
    expect(bench().handled).toEqual([1]);
    expect(bench().exhausted).toEqual([]);
  });
}

/** Resolves when the process has begun its job. */
async function startEndlessWorker({ server }: Bench): Promise<ChildProcess> {
  const servers = JSON.stringify(server.servers(server.url));
  const child = spawn(process.execPath, ['--require', SWC, ENDLESS_WORKER, servers], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the worker process ended before it began a job');
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return child;
}
