import { setTimeout as pause } from 'node:timers/promises';
import type { ExhaustedJob, JobHandler, JobQueue, QueueServers } from '..';
import { openJobQueue } from '..';
import { testCatalogue } from './catalogue.contract';

type Catalogue = typeof testCatalogue;

/** A server of one kind that a spec has started for this suite. */
export interface QueueServer {
  readonly url: string;
  /** How `openJobQueue` is told to use this kind of server at this address. */
  servers(url: string): QueueServers;
  /** Removes everything the queue holds, at once and without asking the queue. */
  wipe(): Promise<void>;
  /** Everything that the queue has stored, as text. */
  contents(): Promise<string>;
  end(): Promise<void>;
}

/** One handled attempt as a handler saw it. */
export interface Attempt {
  readonly n: number;
  /** Milliseconds of the monotonic clock. */
  readonly atMs: number;
  readonly signal: AbortSignal;
}

/** Opens queues on one server, remembers what happened in them, and tidies up after each test. */
export class Bench {
  readonly attempts: Attempt[] = [];
  readonly exhausted: { job: ExhaustedJob<{ n: number }>; errorName: string }[] = [];
  readonly logged: string[] = [];
  private readonly queues: { close(): Promise<void> }[] = [];

  constructor(readonly server: QueueServer) {}

  /** The numbers handled so far, each once, in ascending order. */
  get handled(): number[] {
    return [...new Set(this.attempts.map(({ n }) => n))].sort((a, b) => a - b);
  }

  open(url = this.server.url): JobQueue<Catalogue> {
    const queue = openJobQueue(testCatalogue, this.server.servers(url), {
      warn: (message, fields) => this.logged.push(`${message} ${JSON.stringify(fields)}`),
    });
    this.queues.push(queue);
    return queue;
  }

  /**
   * Handlers for the whole catalogue that remember every attempt.
   * @param work what an attempt then does
   */
  handlers(
    work: (n: number, signal: AbortSignal) => Promise<void> = () => Promise.resolve(),
  ): JobHandler<Catalogue>[] {
    const handler = {
      handle: ({ n }: { n: number }, signal: AbortSignal) => {
        this.attempts.push({ n, atMs: performance.now(), signal });
        return work(n, signal);
      },
      onExhausted: async (job: ExhaustedJob<{ n: number }>, errorName: string) => {
        this.exhausted.push({ job, errorName });
      },
    };
    return [
      { name: 'count', ...handler },
      { name: 'stumble', ...handler },
    ];
  }

  /** Closes all queues and empties the server for the next test. */
  async clear(): Promise<void> {
    await Promise.all(this.queues.splice(0).map((queue) => queue.close()));
    await this.server.wipe();
    for (const list of [this.attempts, this.exhausted, this.logged]) list.length = 0;
  }
}

/** `count` jobs named `count`, with payloads and ids numbered upwards from `first`. */
export function countJobs(count: number, first = 1) {
  return Array.from({ length: count }, (_, index) => {
    const n = first + index;
    return { name: 'count' as const, id: `o-${n}`, payload: { n } };
  });
}

/** The numbers from `first` to `last`. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Whether the queue answers and holds nothing. */
export async function isEmpty(queue: JobQueue<Catalogue>): Promise<boolean> {
  const health = await queue.health();
  return health.reachable && health.waiting + health.active + health.delayed === 0;
}

/** Polls until `condition` holds; fails the test when it does not within `limitMs`. */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  limitMs = 10_000,
): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${limitMs} ms: ${String(condition)}`);
    await pause(10);
  }
}
