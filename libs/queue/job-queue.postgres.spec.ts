import { Bench, countJobs, eventually } from './contract/bench.contract';
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
});
