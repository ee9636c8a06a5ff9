import { step, type CaseEvent } from '@hemgang/engine';
import type { Clock, Instant } from '@hemgang/kernel';
import type {
  CaseStore,
  CaseWrite,
  DueTimer,
  PutOff,
  StoredCase,
  TimerStore,
} from '@hemgang/store';
import type { WorkflowRegistry } from './registry';
import { judgeTimer, type HoursOf, type Judged } from './rungs';
import { systemWrite } from './system-write';

/** A timer that keeps losing to commands is left to the next sweep after so many tries. */
const TRIES_MAX = 5;

const SWEEPER = 'sweeper';

export interface ReminderResources {
  readonly registry: WorkflowRegistry;
  readonly cases: CaseStore;
  readonly timers: TimerStore;
  readonly hoursOf: HoursOf;
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
   * Fires one timer, or puts it off to when the unit opens. Its event happened when the timer was due, however
   * late we are. `stale`: the timer was no longer true (the duty ended or its due time moved).
   */
  async fire(timer: DueTimer): Promise<'fired' | 'waits' | 'stale'> {
    for (let round = 0; round < TRIES_MAX; round += 1) {
      const { case: found } = await this.on.cases.load(timer.caseId);
      const turn = found === null ? null : this.turnOf(timer, found);
      if (turn === null) return 'stale';
      if (waits(turn)) {
        await this.on.timers.putOff([turn]);
        return 'waits';
      }
      const outcome = await this.on.cases.write(turn);
      if (outcome.kind === 'written') return 'fired';
    }
    return 'stale';
  }

  /** @returns the cases whose timer was fired or put off */
  private async tryAll(timers: readonly DueTimer[]): Promise<ReadonlySet<string>> {
    const found = await this.on.cases.loadAll(timers.map(({ caseId }) => caseId));
    const byId = new Map(found.map((each) => [each.id, each]));
    const turns = timers.flatMap((timer) => {
      const stored = byId.get(timer.caseId);
      return (stored && this.turnIfSound(timer, stored)) ?? [];
    });
    const writes = turns.flatMap((turn) => (waits(turn) ? [] : [turn]));
    const waiting = turns.filter(waits);
    if (waiting.length > 0) await this.on.timers.putOff(waiting);
    const fired = writes.length === 0 ? [] : await this.on.cases.writeAll(writes);
    return new Set([...fired, ...waiting.map(({ caseId }) => caseId)]);
  }

  /** A case that no longer fits its process must not keep the others from being reminded. */
  private turnIfSound(timer: DueTimer, found: StoredCase): Turn | null {
    try {
      return this.turnOf(timer, found);
    } catch {
      return null;
    }
  }

  /** Null when the timer is no longer true. */
  private turnOf(timer: DueTimer, found: StoredCase): Turn | null {
    const workflow = this.on.registry.of(found.type, found.state.workflowVersion);
    const now = this.on.clock.now();
    const judged = judgeTimer(workflow, found, timer, this.on.hoursOf, now);
    if (judged.kind === 'waits') return { ...timer, until: judged.until };
    const event = eventOf(timer, found.version + 1, now, judged);
    const result = step(workflow.definition, found.state, event);
    if (result.kind !== 'accepted') return null;
    return systemWrite(workflow, found, event, result, this.on.seeding);
  }
}

/** What becomes of a timer: an event of its case, or it waits. */
type Turn = CaseWrite | PutOff;

function waits(turn: Turn): turn is PutOff {
  return 'until' in turn;
}

function eventOf(
  { duty, step: rung, due }: DueTimer,
  seq: number,
  now: Instant,
  { at, reached }: Extract<Judged, { kind: 'speaks' }>,
): CaseEvent {
  return {
    type: 'ladder',
    seq,
    occurredAt: at,
    recordedAt: now,
    actor: { system: SWEEPER },
    payload: { duty, step: rung, due, ...(reached === undefined ? {} : { reached }) },
    given: {},
  };
}
