import { step, type CaseEvent } from '@hemgang/engine';
import type { Clock } from '@hemgang/kernel';
import type { CaseStore, DueTimer } from '@hemgang/store';
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
   * Fires one timer. Its event happened when the timer was due, however late we are.
   * @returns false when the timer was no longer true (the duty ended or its due time moved)
   */
  async fire(timer: DueTimer): Promise<boolean> {
    for (let round = 0; round < TRIES_MAX; round += 1) {
      const { case: found } = await this.on.cases.load(timer.caseId);
      if (found === null) return false;
      const { state } = found;
      const workflow = this.on.registry.of(found.type, state.workflowVersion);
      const event = this.eventOf(timer, found.version + 1);
      const result = step(workflow.definition, state, event);
      if (result.kind !== 'accepted') return false;
      const write = systemWrite(workflow, found, event, result, this.on.seeding);
      const outcome = await this.on.cases.write(write);
      if (outcome.kind === 'written') return true;
    }
    return false;
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
