/**
 * A process of its own that takes a job and never finishes it, so that a test can kill it. Run with
 * the servers as JSON; sends `started` to its parent when a job has begun, and ends with it.
 */
import { openJobQueue } from '../open-job-queue';
import { testCatalogue } from './catalogue.contract';

process.on('disconnect', () => process.exit());

const queue = openJobQueue(testCatalogue, JSON.parse(process.argv[2] ?? ''), console);
const handler = {
  handle: () => {
    process.send?.('started');
    return new Promise<void>(() => undefined);
  },
  onExhausted: () => Promise.resolve(),
};
void queue.process([
  { name: 'count', ...handler },
  { name: 'stumble', ...handler },
]);
