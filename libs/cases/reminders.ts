import { step, type CaseEvent } from '@hemgang/engine';
import type { Clock } from '@hemgang/kernel';
import type { CaseStore, CaseWrite, DueTimer, StoredCase } from '@hemgang/store';
import type { WorkflowRegistry } from './registry';
import { systemWrite } from './system-write';

/** A timer that keeps losing to commands is left to the next sweep after so many tries. */
const TRIES_MAX = 5;

const SWEEPER = 'sweeper';

export interface ReminderResources {
  readonly registry: WorkflowRegistry;
  readonly cases: CaseStore;
  readonly clock: Clock;
  /** True while cases are lived through their past: the sweeper leaves them alone. */
  readonly seeding: boolean;
}

/**
 * Turns a due timer into a system event of its case, by the same engine and the same write as a
 * person's command. It never moves a machine: the ladder of a duty climbs, people are reminded.
 */
export class Reminders {
  constructor(private readonly on: ReminderResources) {}

  /**
   * Fires timers of different cases, all of them in two round trips. What has gone on meanwhile, and
   * whatever cannot be fired together with the others, is fired by itself.
   * @param timers at most one of each case
   * @throws what failed first, when all others have had their turn
   */
  async fireAll(timers: readonly DueTimer[]): Promise<void> {
    const failures: unknown[] = [];
    const fired = await this.tryAll(timers).catch((error: unknown) => {
      failures.push(error);
      return new Set<string>();
    });
    for (const timer of timers) {
      if (fired.has(timer.caseId)) continue;
      await this.fire(timer).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }

  /**
   * Fires one timer. Its event happened when the timer was due, however late we are.
   * @returns false when the timer was no longer true (the duty ended or its due time moved)
   */
  async fire(timer: DueTimer): Promise<boolean> {
    for (let round = 0; round < TRIES_MAX; round += 1) {
      const { case: found } = await this.on.cases.load(timer.caseId);
      if (found === null) return false;
      const write = this.writeOf(timer, found);
      if (write === null) return false;
      const outcome = await this.on.cases.write(write);
      if (outcome.kind === 'written') return true;
    }
    return false;
  }

  /** @returns the cases whose timer was fired */
  private async tryAll(timers: readonly DueTimer[]): Promise<ReadonlySet<string>> {
    const found = await this.on.cases.loadAll(timers.map(({ caseId }) => caseId));
    const byId = new Map(found.map((each) => [each.id, each]));
    const writes = timers.flatMap((timer) => {
      const stored = byId.get(timer.caseId);
      return (stored && this.writeIfSound(timer, stored)) ?? [];
    });
    return writes.length === 0 ? new Set() : this.on.cases.writeAll(writes);
  }

  /** A case that no longer fits its process must not keep the others from being reminded. */
  private writeIfSound(timer: DueTimer, found: StoredCase): CaseWrite | null {
    try {
      return this.writeOf(timer, found);
    } catch {
      return null;
    }
  }

  /** Null when the timer is no longer true. */
  private writeOf(timer: DueTimer, found: StoredCase): CaseWrite | null {
    const workflow = this.on.registry.of(found.type, found.state.workflowVersion);
    const event = this.eventOf(timer, found.version + 1);
    const result = step(workflow.definition, found.state, event);
    if (result.kind !== 'accepted') return null;
    return systemWrite(workflow, found, event, result, this.on.seeding);
  }

  private eventOf({ duty, step: rung, due, fireAt }: DueTimer, seq: number): CaseEvent {
    return {
      type: 'ladder',
      seq,
      occurredAt: fireAt,
      recordedAt: this.on.clock.now(),
      actor: { system: SWEEPER },
      payload: { duty, step: rung, due },
      given: {},
    };
  }
}
