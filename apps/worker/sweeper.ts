import { setTimeout as pause } from 'node:timers/promises';
import type { DueTimer, Reminders, TimerStore } from '@hemgang/cases';
import { groupBy, type Clock } from '@hemgang/kernel';
import type { Round } from './loop';

/** Timers taken at once: one statement of some 300 kB, and a commit of tens of milliseconds. */
const BATCH_MAX = 200;

/**
 * Between two timers of one case: a person's command on it needs a load and a write, and would lose
 * every race against a sweeper that never pauses.
 */
const COURTESY_MS = 50;

/** A due timer becomes an event within 250 ms also when every hint is lost. */
const POLL_MS = 200;

/**
 * Fires what is due, in the order in which it was due, by the same use case as any command. Several
 * sweepers share the work; the version of the case makes each timer fire once.
 */
export class Sweeper {
  constructor(
    private readonly timers: TimerStore,
    private readonly reminders: Reminders,
    private readonly clock: Clock,
  ) {}

  async round(): Promise<Round> {
    const due = await this.due();
    if (due.length < BATCH_MAX) {
      await this.fire(due);
      return { more: false, waitMs: await this.untilNext() };
    }
    const first = this.fire(due);
    const both = await Promise.allSettled([first, this.fireMeanwhile(due, first)]);
    const failed = both.find(({ status }) => status === 'rejected');
    if (failed !== undefined) throw (failed as PromiseRejectedResult).reason;
    return { more: true, waitMs: 0 };
  }

  private due(): Promise<readonly DueTimer[]> {
    return this.timers.due(this.clock.now(), BATCH_MAX);
  }

  /** Another batch while the database writes the first. What a case has in both keeps its order. */
  private async fireMeanwhile(before: readonly DueTimer[], first: Promise<void>): Promise<void> {
    const held = new Set(before.map(({ caseId }) => caseId));
    const due = await this.due();
    await this.fire(due.filter(({ caseId }) => !held.has(caseId)));
    await first.catch(() => undefined);
    await this.fire(due.filter(({ caseId }) => held.has(caseId)));
  }

  /** One timer of each case together, then the next ones. */
  private async fire(due: readonly DueTimer[]): Promise<void> {
    const cases = [...groupBy(due, ({ caseId }) => caseId).values()];
    for (let turn = 0; cases.some((timers) => turn < timers.length); turn += 1) {
      if (turn > 0) await pause(COURTESY_MS);
      await this.reminders.fireAll(cases.flatMap((timers) => timers[turn] ?? []));
    }
  }

  private async untilNext(): Promise<number> {
    const next = await this.timers.nextFireAt();
    if (next === null) return POLL_MS;
    const ms = Date.parse(next) - Date.parse(this.clock.now());
    return Math.min(POLL_MS, Math.max(0, ms));
  }
}
