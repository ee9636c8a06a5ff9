import { setTimeout as pause } from 'node:timers/promises';
import type { DirectoryRows } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import type { SeedingProgress } from '@hemgang/store';
import { LifeRun, type Life } from './life';
import type { Service } from './service';

/** Why there is nothing to seed. */
export type NothingToSeed = 'holds-other-cases' | 'finished';

export interface SeedingRun {
  /** All lives of the county, in their order; the same list at every start. */
  readonly lives: readonly Life[];
  /** How many of them, from the beginning, shall have been lived after this run. */
  readonly upTo: number;
  /** How far a life is lived that is begun at this moment. */
  now(): Instant;
  /**
   * Whether each reminder fires at its own time: the truth, at twice the work. Otherwise a case that
   * has reached the present has those that are late merged into one for each duty, by the sweeper.
   */
  readonly reminds: boolean;
  /** Lives lived side by side; each needs a connection of the pool. */
  readonly lanes: number;
  /** Rests as long as it works, for others who share the machine. */
  readonly gently: boolean;
  /** Ends the run between two steps; what is unfinished is taken up again next time. */
  readonly stopping: AbortSignal;
  /** Told after each life how many have been lived, counted from the beginning. */
  onLived(done: number): void;
}

/**
 * Fills a database with cases that have been lived through by the same use cases as real ones, at
 * simulated times: the demo's county and a simulated month. It may be stopped at any moment, also by
 * a crash; what has been done is not done again.
 */
export class Seeder {
  constructor(
    private readonly service: Pick<
      Service,
      'seedWith' | 'seeding' | 'directory' | 'replaceDirectory' | 'clock'
    >,
    /** Keeps the progress where `service.seeding` loads it from. */
    private readonly keep: (progress: SeedingProgress) => Promise<void>,
  ) {}

  /**
   * Claims an empty database, or one whose seeding is unfinished; never one with other cases.
   * Puts the directory in place before the first case.
   */
  async begin(total: number, directory: DirectoryRows): Promise<SeedingProgress | NothingToSeed> {
    const { seeding } = this.service;
    const found = await seeding.load();
    if (found === null && !(await seeding.isEmpty())) return 'holds-other-cases';
    if (found !== null && found.finishedAt !== null) return 'finished';
    const progress = { done: found?.done ?? 0, total, finishedAt: null };
    if (progress.done === 0) await this.service.replaceDirectory(directory);
    await this.keep(progress);
    return progress;
  }

  /**
   * Lives through the lives from `progress` to `upTo`.
   * @returns the progress then: less when the run was stopped
   * @throws SeedingFault, DatabaseUnavailable
   */
  async run(progress: SeedingProgress, run: SeedingRun): Promise<SeedingProgress> {
    const tally = new Tally(progress.done);
    const failure = new AbortController();
    const stopping = AbortSignal.any([run.stopping, failure.signal]);
    let next = progress.done;
    let saved = Promise.resolve();

    const lane = async (): Promise<void> => {
      while (next < run.upTo && !stopping.aborted) {
        const index = next;
        next += 1;
        const life = run.lives[index];
        if (life === undefined) throw new Error(`There is no life ${index}.`);
        const since = performance.now();
        const living = new LifeRun(this.service, life, run.now(), run.reminds);
        const outcome = await living.live(stopping);
        if (outcome === 'stopped') return;
        tally.lived(index);
        // One after another, so that an older count never comes last.
        saved = saved.then(() => this.keep({ ...progress, done: tally.done }));
        await saved;
        run.onLived(tally.done);
        if (run.gently) await pause(performance.now() - since);
      }
    };
    // The first fault stops every lane, so that nothing runs on behind the caller's back.
    const lanes = Array.from({ length: run.lanes }, () =>
      lane().catch((error: unknown) => failure.abort(error)),
    );
    await Promise.all(lanes);
    failure.signal.throwIfAborted();
    return this.finish({ ...progress, done: tally.done });
  }

  private async finish(progress: SeedingProgress): Promise<SeedingProgress> {
    if (progress.done < progress.total) return progress;
    const finished = { ...progress, finishedAt: this.service.clock.now() };
    await this.keep(finished);
    return finished;
  }
}

/** Counts from the beginning without gaps, while the lives end in any order. */
class Tally {
  private readonly ahead = new Set<number>();

  constructor(public done: number) {}

  lived(index: number): void {
    this.ahead.add(index);
    while (this.ahead.delete(this.done)) this.done += 1;
  }
}
