import type { Instant } from '@hemgang/kernel';

/** A person acting in an assignment at a unit, or a part of the system (`sweeper`, `outbox`). */
export type Actor =
  | { readonly person: string; readonly unit: string; readonly assignment: string }
  | { readonly system: string };

/** Name of one machine inside a case: `discharge`, `h3-1`. Unique in the case, never reused. */
export type MachineId = string;

/**
 * What happened to a case, complete enough that state, duties and due times can be
 * computed from the log alone: nothing in the engine asks a clock, a directory or a database.
 */
export interface CaseEvent {
  /** Command name (`mark-utskrivningsklar`) or system event (`ladder`). */
  readonly type: string;
  /** Gapless per case, from 1. */
  readonly seq: number;
  /** When it happened; never after `recordedAt`. */
  readonly occurredAt: Instant;
  /** When it reached us. A notice to another party counts from here (design rule "two times"). */
  readonly recordedAt: Instant;
  readonly actor: Actor;
  /** The machine a command is addressed to; absent = the main machine of the case. */
  readonly machine?: MachineId;
  /** Validated payload without personal data and free text. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Facts the use case looked up for this event (kinds of units, what is known of the patient). */
  readonly given: Readonly<Record<string, unknown>>;
}

/** What a machine sees: the case's event, or a message that another machine of the case sent it. */
export interface MachineEvent<Type extends string = string, Payload = unknown> {
  readonly type: Type;
  readonly seq: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** When other parties got what it tells: `recordedAt`, or before that by phone, fax or paper. */
  readonly toldAt: Instant;
  readonly actor: Actor;
  readonly payload: Payload;
  readonly given: Readonly<Record<string, unknown>>;
  /** The machine that sent it; null when it came from outside the case. */
  readonly from: MachineId | null;
}
