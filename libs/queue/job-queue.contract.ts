import type { QueueServer } from './contract/bench.contract';
import { Bench } from './contract/bench.contract';
import { deliveryContract } from './contract/delivery.contract';
import { failureContract } from './contract/failure.contract';
import { outageContract } from './contract/outage.contract';

/** Starting a server or a process of its own takes a few seconds on a busy machine. */
const TEST_LIMIT_MS = 90_000;

/**
 * What `JobQueue` promises, whatever server carries it.
 * @param start starts a server with an empty queue for this suite alone
 */
export function jobQueueContract(start: () => Promise<QueueServer>): void {
  jest.setTimeout(TEST_LIMIT_MS);
  let bench: Bench;

  beforeAll(async () => {
    bench = new Bench(await start());
  });
  afterEach(() => bench.clear());
  afterAll(() => bench.server.end());

  describe('delivery', () => deliveryContract(() => bench));
  describe('failure', () => failureContract(() => bench));
  describe('outage', () => outageContract(() => bench));
}
