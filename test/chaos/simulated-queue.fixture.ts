import { jobCatalogue, QueueUnavailable, type JobHandler, type NewJob } from '@hemgang/queue';
import type { VirtualProcess, VirtualWorld } from './virtual-world.fixture';

interface Job {
  readonly job: NewJob;
  attemptsMade: number;
}

/** How often the storm loses a job, brings it twice, or loses everything there is. */
const LOST = 0.03;
const TWICE = 0.05;
const FLUSHED = 0.004;
/** The queue is away when something is to be added; half of the times it has taken it already. */
const AWAY = 0.06;

/** A queue that promises what ours does and no more: at least once, in no order, until it loses. */
export class SimulatedQueue {
  lost = 0;
  doubled = 0;
  away = 0;
  private jobs: Job[] = [];
  private readonly running = new Map<Job, VirtualProcess>();

  constructor(private readonly world: VirtualWorld) {}

  get isEmpty(): boolean {
    return this.jobs.length === 0 && this.running.size === 0;
  }

  /** @throws QueueUnavailable when it cannot be reached; some may have got through */
  add(jobs: readonly NewJob[]): void {
    const { dice, isStormy } = this.world;
    const isAway = isStormy && dice.chance(AWAY);
    if (!isAway || dice.chance(0.5)) this.take(jobs);
    if (!isAway) return;
    this.away += 1;
    throw new QueueUnavailable('the simulated queue is away');
  }

  /** An id that waits or runs already is not added again. */
  private take(jobs: readonly NewJob[]): void {
    const { dice, isStormy } = this.world;
    const known = new Set([...this.jobs, ...this.running.keys()].map(({ job }) => job.id));
    for (const job of jobs) {
      if (known.has(job.id)) continue;
      if (isStormy && dice.chance(LOST)) this.lost += 1;
      else this.jobs.push({ job, attemptsMade: 0 });
    }
    if (!isStormy || !dice.chance(FLUSHED)) return;
    this.lost += this.jobs.length;
    this.jobs = [];
  }

  /** Gives one of the waiting jobs to a worker. @returns false when none waits */
  deliver(process: VirtualProcess, handlers: readonly JobHandler[]): boolean {
    const { dice, isStormy } = this.world;
    const index = dice.below(this.jobs.length);
    const job = this.jobs[index];
    if (job === undefined) return false;
    if (isStormy && dice.chance(TWICE)) {
      this.doubled += 1;
      // As when a stalled job is given to another worker: the first one is still at it.
      void this.attempt({ ...job }, handlers);
      return true;
    }
    this.jobs.splice(index, 1);
    this.running.set(job, process);
    void this.attempt(job, handlers);
    return true;
  }

  /** What a dead worker had in its hands is given to another; a crash is no attempt. */
  released(process: VirtualProcess): void {
    for (const [job, holder] of this.running) {
      if (holder !== process) continue;
      this.running.delete(job);
      this.jobs.push(job);
    }
  }

  private async attempt(held: Job, handlers: readonly JobHandler[]): Promise<void> {
    const { name, id, payload } = held.job;
    const handler = handlers.find((each) => each.name === name);
    if (handler === undefined) throw new Error(`${name} has no handler.`);
    try {
      await handler.handle(payload, new AbortController().signal);
    } catch {
      held.attemptsMade += 1;
      if (held.attemptsMade < jobCatalogue[name].attempts) {
        if (this.running.delete(held)) this.jobs.push(held);
        return;
      }
      await handler.onExhausted({ id, payload }, 'Simulated').catch(() => undefined);
    }
    this.running.delete(held);
  }
}
