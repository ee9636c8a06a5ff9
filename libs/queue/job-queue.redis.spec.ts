import { describeWith } from '@hemgang/testing';
import { Bench, countJobs, eventually } from './contract/bench.contract';
import { RedisServer } from './contract/redis-server.contract';
import { jobQueueContract } from './job-queue.contract';

describeWith('redis-server', 'the job queue on Redis', () => {
  jobQueueContract(() => RedisServer.start());

  it('goes on by itself after the server was killed and came back empty', async () => {
    const server = await RedisServer.start();
    const bench = new Bench(server);
    const queue = bench.open();
    await queue.process(bench.handlers());
    await queue.add(countJobs(1));
    await eventually(() => bench.handled.includes(1));
    await server.kill();
    await server.launch();
    await eventually(() =>
      queue.add(countJobs(1, 2)).then(
        () => true,
        () => false,
      ),
    );
    await eventually(() => bench.handled.includes(2));
    await bench.clear();
    await server.end();
  });
});
