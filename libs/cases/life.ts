import { readerOf } from '@hemgang/access';
import { later, type Clock, type Instant } from '@hemgang/kernel';
import type { SeedingStore } from '@hemgang/store';
import type { ShownAnswer } from './answered-commands';
import { bodyOf, type LifeStep, type LivedCase } from './life-step';
import type { Service, UseCases } from './service';

/** One person's invented stays and their SIP, or a settlement, to be lived to the present. */
export interface Life {
  /** Names it in idempotency keys and faults: `seed-17`. Never used for another life. */
  readonly key: string;
  /** When it began, if it is begun now. */
  beginsAt(now: Instant): Instant;
  /** All its steps, the opening first, when it began then; the opening's body is always the same. */
  steps(openedAt: Instant): readonly LifeStep[];
}

/** A step of an invented life was refused: the script and the process do not agree. */
export class SeedingFault extends Error {
  constructor(life: Life, index: number, command: string, code: string) {
    super(`${life.key}: step ${index} (${command}) was refused with ${code}`);
    this.name = 'SeedingFault';
  }
}

/** How a life went: `left-to-others` when somebody else has gone on with one of its cases. */
export type LifeOutcome = 'lived' | 'left-to-others' | 'stopped';

/**
 * Lives through one life by the use cases, at its own time: the steps of its people, the reminders
 * that come due between them, and what one case tells another. Repeatable: each step has a fixed
 * idempotency key, so what has been done is not done again.
 */
export class LifeRun {
  private readonly clock: SimulatedClock;
  private readonly useCases: UseCases;
  private readonly cases: LivedCase[] = [];

  /**
   * @param now how far the life is lived
   * @param reminds whether reminders fire on the way; otherwise they wait for the sweeper
   */
  constructor(
    private readonly on: Pick<Service, 'seedWith' | 'directory'> & {
      readonly seeding: SeedingStore;
    },
    private readonly life: Life,
    private readonly now: Instant,
    private readonly reminds: boolean,
  ) {
    this.clock = new SimulatedClock(life.beginsAt(now));
    this.useCases = on.seedWith(this.clock);
  }

  /** @throws SeedingFault, DatabaseUnavailable */
  async live(stopping: AbortSignal): Promise<LifeOutcome> {
    const [opening] = this.life.steps(this.clock.now());
    if (opening === undefined) throw new Error(`${this.life.key} has no step`);
    const { lived, replayed } = await this.open(0, opening);
    // Begun in an earlier run, it goes on from when it began then.
    const { openedAt } = lived.view;
    this.clock.startAt(openedAt);
    const steps = this.life.steps(openedAt);
    const done = replayed ? await this.resume(steps) : 1;
    for (const [index, step] of steps.entries()) {
      if (index < done) continue;
      if (step.at > this.now) break;
      if (stopping.aborted) return 'stopped';
      await this.remindUntil(step.at);
      this.clock.goTo(step.at);
      if (!(await this.take(index, step))) return this.end('left-to-others');
    }
    await this.remindUntil(this.now);
    return this.end('lived');
  }

  /**
   * Finds out how far an earlier run has come, and takes its cases as it has left them.
   * @returns how many steps it has taken
   */
  private async resume(steps: readonly LifeStep[]): Promise<number> {
    let done = 0;
    for (const [index, step] of steps.entries()) {
      const version = await this.on.seeding.versionAt(step.by, `${this.life.key}-${index}`);
      if (version === null) break;
      const lived = this.cases[step.of] ?? (await this.open(index, step)).lived;
      // Since then it may have been reminded of or told something.
      lived.version = version + (await this.on.seeding.systemEventsAfter(lived.caseId, version));
      done = index + 1;
    }
    for (const { caseId } of this.cases) await this.tellFactsOf(caseId);
    return done;
  }

  private async end(outcome: LifeOutcome): Promise<LifeOutcome> {
    await this.on.seeding.release(this.cases.map(({ caseId }) => caseId));
    return outcome;
  }

  /** @returns false when the case is somebody else's now */
  private async take(index: number, step: LifeStep): Promise<boolean> {
    const lived = this.cases[step.of];
    if (lived === undefined) {
      await this.open(index, step);
      return true;
    }
    const body = bodyOf(step, this.cases);
    if (body === null) return true;
    const incoming = { body, key: `${this.life.key}-${index}`, ifVersion: lived.version };
    const { answered } = this.useCases;
    const reader = this.reader(step);
    const answer = await answered.give(step.path, lived.caseId, step.command, incoming, reader);
    // Another version means that somebody has gone on with the case since an earlier run was stopped.
    if (!answer.ok && answer.refusal.code === 'VERSION_STALE') return false;
    const accepted = this.accepted(index, step, answer);
    lived.version = accepted.version;
    lived.view = accepted.view;
    await this.tellFactsOf(lived.caseId);
    return true;
  }

  private async open(index: number, step: LifeStep) {
    const incoming = { body: bodyOf(step, this.cases), key: `${this.life.key}-${index}` };
    const answer = await this.useCases.answered.open(step.path, incoming, this.reader(step));
    const { caseId, view, version, replayed } = this.accepted(index, step, answer);
    const lived: LivedCase = { caseId, view, version };
    this.cases.push(lived);
    await this.tellFactsOf(caseId);
    return { lived, replayed };
  }

  /** What a case has to tell the life's other cases, and what those say to it, until all is told. */
  private async tellFactsOf(caseId: string): Promise<void> {
    // Cases are linked within a life only.
    if (this.cases.length === 1) return;
    for (const told of await this.useCases.linkedFacts.tellAllOf(caseId)) {
      const target = this.cases.find((each) => each.caseId === told);
      if (target === undefined) continue;
      target.version += 1;
      await this.tellFactsOf(told);
    }
  }

  /** Fires what comes due until then, each reminder at its own time. */
  private async remindUntil(until: Instant): Promise<void> {
    if (!this.reminds) return;
    const { seeding } = this.on;
    const ids = this.cases.map(({ caseId }) => caseId);
    let timer = await seeding.nextTimer(ids, until);
    while (timer !== null) {
      const { caseId } = timer;
      this.clock.goTo(timer.fireAt);
      const fired = await this.useCases.reminders.fire(timer);
      // A case that somebody else has gone on with is left to the sweeper.
      if (fired === 'stale') return;
      const lived = this.cases.find((each) => each.caseId === caseId);
      if (lived !== undefined && fired === 'fired') lived.version += 1;
      timer = await seeding.nextTimer(ids, until);
    }
  }

  private accepted(index: number, { command }: LifeStep, answer: ShownAnswer): Accepted {
    if (!answer.ok) throw new SeedingFault(this.life, index, command, answer.refusal.code);
    return answer;
  }

  private reader({ by }: LifeStep) {
    const reader = readerOf(this.on.directory(), by, 'sv');
    if (reader === null) throw new Error(`The directory has no assignment ${by}.`);
    return reader;
  }
}

type Accepted = Extract<ShownAnswer, { ok: true }>;

/** Time as one invented life lives it. */
class SimulatedClock implements Clock {
  constructor(private at: Instant) {}

  now(): Instant {
    return this.at;
  }

  startAt(at: Instant): void {
    this.at = at;
  }

  goTo(at: Instant): void {
    this.at = later(this.at, at);
  }
}
