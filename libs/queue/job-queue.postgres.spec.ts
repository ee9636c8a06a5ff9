import { Bench, countJobs, eventually } from './contract/bench.contract';
import { Gate } from './contract/gate.contract';
import { REPLACED_WITHIN_MS } from './contract/outage.contract';
import { PostgresServer } from './contract/postgres-server.contract';
import { jobQueueContract } from './job-queue.contract';

describe('the job queue on PostgreSQL', () => {
  jobQueueContract(() => PostgresServer.start());

  it('needs no more than 7 connections under load', async () => {
    const server = await PostgresServer.start();
    const bench = new Bench(server);
    const queue = bench.open();
    await queue.process(bench.handlers());
    let most = 0;
    await queue.add(countJobs(500));
    await eventually(async () => {
      await Promise.all([queue.health(), queue.health(), queue.add(countJobs(5, 1_000))]);
      most = Math.max(most, await server.connections());
      return bench.handled.filter((n) => n <= 500).length === 500;
    });
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(7);
    await bench.clear();
    await server.end();
  });

  it('replaces a worker whose connection dies without saying so as it begins to listen', async () => {
    const server = await PostgresServer.start();
    const bench = new Bench(server);
    const gate = new Gate(server.url);
    await gate.open();
    const silenced = gate.silenceAfter('LISTEN');
    await bench.open(gate.url).process(bench.handlers());
    await silenced;
    await bench.open().add(countJobs(1));
    await eventually(() => bench.handled.length === 1, REPLACED_WITHIN_MS);
    await bench.clear();
    await gate.shut();
    await server.end();
  });
});
