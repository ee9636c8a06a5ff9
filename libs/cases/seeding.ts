import { setTimeout as pause } from 'node:timers/promises';
import type { DirectoryRows } from '@hemgang/directory';
import { later, type Clock, type Instant } from '@hemgang/kernel';
import type { SeedingProgress } from '@hemgang/store';
import type { CommandAnswer, Commands } from './commands';
import type { Service } from './service';
import { readerOf } from './sessions';

/** One command of an invented case: who gives it when. */
export interface LifeStep {
  readonly at: Instant;
  /** Id of the assignment that acts. */
  readonly by: string;
  readonly command: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A field of the body that names a unit's handover; its id is known only inside the case. */
  readonly names: {
    readonly field: string;
    readonly handoverOf: string;
    readonly isHomecoming: boolean;
  } | null;
}

/** An invented case, to be lived from its beginning to the present. */
export interface Life {
  /** Names it in idempotency keys and faults: `seed-17`. Never used for another life. */
  readonly key: string;
  /** The path segment of its type: `discharges`. */
  readonly path: string;
  /** When it began, if it is begun now. */
  beginsAt(now: Instant): Instant;
  /** All its steps, the opening first, when it began then; the opening's body is always the same. */
  steps(openedAt: Instant): readonly LifeStep[];
}

/** Why there is nothing to seed. */
export type NothingToSeed = 'holds-other-cases' | 'finished';

export interface SeedingRun {
  /** All lives of the county, in their order; the same list at every start. */
  readonly lives: readonly Life[];
  /** How many of them, from the beginning, shall have been lived after this run. */
  readonly upTo: number;
  /** Cases lived side by side; each needs a connection of the pool. */
  readonly lanes: number;
  /** Rests as long as it works, for others who share the machine. */
  readonly gently: boolean;
  /** Ends the run between two steps; what is unfinished is taken up again next time. */
  readonly stopping: AbortSignal;
  /** Told after each life how many have been lived, counted from the beginning. */
  onLived(done: number): void;
}

/** A step of an invented life was refused: the script and the process do not agree. */
export class SeedingFault extends Error {
  constructor(life: Life, index: number, command: string, code: string) {
    super(`${life.key}: step ${index} (${command}) was refused with ${code}`);
    this.name = 'SeedingFault';
  }
}

/**
 * Fills a demo with cases that have been lived through by the same use cases as real ones, at
 * simulated times. It may be stopped at any moment, also by a crash: each step has a fixed
 * idempotency key, so what has been done is not done again.
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
        if (!(await this.liveThrough(life, stopping))) return;
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

  /** @returns false when it was stopped on the way */
  private async liveThrough(life: Life, stopping: AbortSignal): Promise<boolean> {
    const now = this.service.clock.now();
    let last = await this.open(life, life.beginsAt(now));
    // Begun in an earlier run, it goes on from when it began then.
    const { openedAt } = last.view;
    const clock = new SimulatedClock(openedAt);
    const commands = this.service.seedWith(clock);
    const steps = life.steps(openedAt);
    for (const [index, step] of steps.entries()) {
      if (index === 0) continue;
      if (step.at > now) break;
      if (stopping.aborted) return false;
      clock.goTo(step.at);
      const answer = await this.give(life, commands, index, step, last);
      if (answer === 'left-to-others') break;
      last = answer;
    }
    await this.service.seeding.release([last.caseId]);
    return true;
  }

  private async open(life: Life, beginsAt: Instant): Promise<Accepted> {
    const [step] = life.steps(beginsAt);
    if (step === undefined) throw new Error(`${life.key} has no step`);
    const commands = this.service.seedWith(new SimulatedClock(beginsAt));
    const incoming = { body: step.payload, key: `${life.key}-0` };
    return accepted(life, 0, step, await commands.open(life.path, incoming, this.reader(step)));
  }

  /**
   * Each step is one event, so the version before it is known. Another version means that somebody
   * has gone on with the case since an earlier run was stopped: it is theirs now.
   */
  private async give(
    life: Life,
    commands: Commands,
    index: number,
    step: LifeStep,
    { caseId, view }: Accepted,
  ): Promise<Accepted | 'left-to-others'> {
    const { command, names, payload } = step;
    const handover = view.handovers.find(
      ({ unit, kind }) =>
        unit.id === names?.handoverOf && (kind === 'homecoming') === names.isHomecoming,
    )?.id;
    const body = names === null ? payload : { ...payload, [names.field]: handover };
    const incoming = { body, key: `${life.key}-${index}`, ifVersion: index };
    const reader = this.reader(step);
    const answer = await commands.give(life.path, caseId, command, incoming, reader);
    const isStale = !answer.ok && answer.refusal.code === 'VERSION_STALE';
    return isStale ? 'left-to-others' : accepted(life, index, step, answer);
  }

  private reader({ by }: LifeStep) {
    const reader = readerOf(this.service.directory(), by, 'sv');
    if (reader === null) throw new Error(`The directory has no assignment ${by}.`);
    return reader;
  }
}

type Accepted = Extract<CommandAnswer, { ok: true }>;

function accepted(life: Life, index: number, step: LifeStep, answer: CommandAnswer): Accepted {
  if (!answer.ok) throw new SeedingFault(life, index, step.command, answer.refusal.code);
  return answer;
}

/** Time as one invented case lives it. */
class SimulatedClock implements Clock {
  constructor(private at: Instant) {}

  now(): Instant {
    return this.at;
  }

  goTo(at: Instant): void {
    this.at = later(this.at, at);
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
