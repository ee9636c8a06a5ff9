import { InvalidJob, openJobQueue } from '..';
import type { Bench } from './bench.contract';
import { countJobs, eventually, isEmpty, range } from './bench.contract';
import { otherVersion } from './catalogue.contract';

const poison = { name: 'stumble', id: 'poison-1', payload: { n: 666 } } as const;

/** What happens to jobs that fail or that nobody should have added. */
export function failureContract(bench: () => Bench): void {
  it('tries a failing job again with growing waits, reports it once and forgets it', async () => {
    const queue = bench().open();
    const failing = (n: number) =>
      n === 666 ? Promise.reject(new RangeError('no')) : Promise.resolve();
    await queue.process(bench().handlers(failing));
    await queue.add([poison, ...countJobs(50)]);
    await eventually(() => bench().exhausted.length > 0);
    expect(bench().exhausted).toEqual([
      { job: { id: 'poison-1', payload: { n: 666 } }, errorName: 'RangeError' },
    ]);
    const [first = 0, second = 0, third = 0, ...more] = bench()
      .attempts.filter(({ n }) => n === 666)
      .map(({ atMs }) => atMs);
    expect(more).toEqual([]);
    // Timers may fire a little early against the monotonic clock.
    expect(second - first).toBeGreaterThan(190);
    expect(third - second).toBeGreaterThan(390);
    expect(bench().handled).toEqual([...range(1, 50), 666]);
    await eventually(() => isEmpty(queue));
    await queue.add([poison]);
    await eventually(() => bench().exhausted.length === 2);
  });

  it('forgets an exhausted job that could not be reported', async () => {
    const queue = bench().open();
    const unreported = () => Promise.reject(new Error('database gone'));
    const handlers = bench().handlers(() => Promise.reject(new RangeError('no')));
    await queue.process(handlers.map((handler) => ({ ...handler, onExhausted: unreported })));
    await queue.add(countJobs(1));
    await eventually(async () => {
      await queue.add(countJobs(1));
      return bench().attempts.length >= 2;
    });
    expect(bench().logged.join()).toContain('exhausted job could not be reported');
  });

  it('gives an attempt up when its time is over and tells the handler', async () => {
    const queue = bench().open();
    await queue.process(bench().handlers(() => new Promise(() => undefined)));
    await queue.add([poison]);
    await eventually(() => bench().exhausted.length > 0);
    expect(bench().exhausted[0]?.errorName).toBe('TimeLimitExceeded');
    expect(bench().attempts.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
  });

  it('neither logs nor stores what an error says', async () => {
    const queue = bench().open();
    const patient = 'Tolvan Tolvansson 19121212-1212';
    const error = Object.assign(new Error(patient), { code: patient, detail: patient });
    await queue.process(bench().handlers(() => Promise.reject(error)));
    await queue.add([poison]);
    let stored = '';
    await eventually(async () => {
      stored += await bench().server.contents();
      return bench().exhausted.length > 0;
    });
    expect(stored).toContain(poison.id);
    expect(stored + bench().logged.join() + JSON.stringify(bench().exhausted)).not.toMatch(
      /Tolvan|1212/,
    );
  });

  it('refuses a bad payload or id and then adds none of the jobs', async () => {
    const queue = bench().open();
    const good = countJobs(2);
    for (const bad of [
      { ...poison, payload: { n: 0 } },
      { ...poison, payload: { n: 1, name: 'Tolvan Tolvansson' } },
      { ...poison, id: 'o:1' },
      { ...poison, id: '17' },
      { ...poison, id: '' },
      { ...poison, name: 'unheard-of' as 'stumble' },
    ]) {
      const refused = await queue.add([...good, bad]).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(InvalidJob);
      expect(String(refused)).not.toContain('Tolvan');
    }
    expect(await isEmpty(queue)).toBe(true);
  });

  it('never hands over what another version added and ours does not know', async () => {
    const { servers, url } = bench().server;
    const other = openJobQueue(otherVersion, servers(url), { warn: () => undefined });
    await other.add([
      { name: 'count', id: 'x-1', payload: { n: 'text' } },
      { name: 'retired', id: 'x-2', payload: { n: 2 } },
    ]);
    await other.close();
    const queue = bench().open();
    await queue.process(bench().handlers());
    await eventually(() => bench().exhausted.length > 0);
    expect(bench().exhausted).toEqual([
      { job: { id: 'x-1', payload: null }, errorName: 'InvalidJob' },
    ]);
    await eventually(() => isEmpty(queue));
    expect(bench().attempts).toEqual([]);
  });

  it('refuses to start when a job has no handler', async () => {
    const queue = bench().open();
    const [, stumble] = bench().handlers();
    await expect(queue.process(stumble ? [stumble] : [])).rejects.toThrow(
      "job 'count' has no handler: add { name: 'count'",
    );
  });
}
