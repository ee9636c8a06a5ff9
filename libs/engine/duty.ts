import type { Citation, Instant, Text } from '@hemgang/kernel';
import type { Audience } from './effect';
import type { MachineId } from './event';

/**
 * How a duty ended. `lapsed`: overtaken by events (the patient died or left) · `hindered`: secrecy
 * stood in the way (2017:612 3:1).
 */
export type Outcome = 'fulfilled' | 'withdrawn' | 'waived' | 'lapsed' | 'hindered';

/**
 * Which hours the ladder of a duty counts. `acute`: all of them · `ordinary`: those in which the unit that
 * is reminded is open · `start`: the same until what is due would come before the unit opens next, and
 * all of them from when it is due.
 */
export type Urgency = 'acute' | 'ordinary' | 'start';

/** How urgent a duty of a machine in this context is. */
export function urgencyOf({ urgency }: DutyDeclaration, context: unknown): Urgency {
  return typeof urgency === 'string' ? urgency : urgency.of(context);
}

/** One rung: a reminder some milliseconds before (negative) or after the duty is due. */
export interface LadderStep {
  readonly name: string;
  readonly afterDueMs: number;
  readonly audience: Audience;
}

/** What rungs are called, by their names, to those who are reminded. */
export interface Announcements<Context = unknown> {
  /** Whether they are called so, as the machine stands when the rung is reached. */
  when(context: Context): boolean;
  readonly as: Readonly<Record<string, string>>;
}

/**
 * Who must do what, by when, because of which rule. The duty is open exactly while a state tagged
 * with its key is active; nothing opens or closes it by hand.
 * Methods, not function properties: a declaration over a concrete context fits a list of any.
 */
export interface DutyDeclaration<Context = unknown, Agreement = unknown> {
  readonly rule: Citation;
  readonly title: Text;
  /** What is waited for: «Väntar på att Umeå» … , “Waiting for Umeå to” … */
  readonly waitsFor: Text;
  /** 1 = blocks the next step of everybody … 9 = does not keep the patient in hospital. */
  readonly weight: number;
  owner(context: Context): string;
  /** When the duty began to count. */
  since(context: Context): Instant;
  due(context: Context, agreement: Agreement): Instant | null;
  readonly ladder: readonly LadderStep[];
  /** By the machine's context where it depends on what was asked of the unit. */
  readonly urgency: Urgency | { of(context: Context): Urgency };
  /** Rungs that tell something of their own while it holds; they climb the ladder like the others. */
  readonly announces?: Announcements<Context>;
  /** What each event that can end it means. No default: a missing entry stops the start. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** An open duty as the case carries it: the part that machines do not know. */
export interface OpenDuty {
  /** Machine id, key and the sequence number of the opening event: `h3-1.kvittens.7`. */
  readonly id: string;
  readonly key: string;
  readonly machine: MachineId;
  readonly unit: string;
  /** The person who has taken it; absent (most often) = it belongs to the unit. */
  readonly person?: string;
  readonly since: Instant;
  readonly due: Instant | null;
  /** How many rungs of the ladder have been passed for this `due`; absent (most often) = none. */
  readonly passed?: number;
}

/** A duty that ended in a step. `closedAt` is when it happened, not when it was recorded. */
export interface ClosedDuty extends OpenDuty {
  readonly closedAt: Instant;
  readonly outcome: Outcome;
}

/** A surviving duty whose due time, start or owner changed. */
export interface MovedDuty {
  readonly before: OpenDuty;
  readonly after: OpenDuty;
}
