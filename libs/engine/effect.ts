import type { Instant } from '@hemgang/kernel';
import type { MachineId } from './event';

/** A message to other machines of the same case; delivered within the same step. */
export interface SendEffect {
  readonly type: 'send';
  /** `every-other`: all machines the case has but the sender, also those that are over. */
  readonly to: readonly MachineId[] | 'every-other';
  readonly event: { readonly type: string; readonly payload: Readonly<Record<string, unknown>> };
}

/** New machines in the case. A machine id that is taken is an error, never a second opening. */
export interface OpenEffect {
  readonly type: 'open';
  readonly machines: readonly {
    readonly id: MachineId;
    readonly kind: string;
    readonly input: Readonly<Record<string, unknown>>;
  }[];
}

/**
 * Something is handed over to units: becomes a copy of the content per receiving controller and
 * one notice per unit. Whether a kvittens is owed is the receiving machine's matter.
 */
export interface DiscloseEffect {
  readonly type: 'disclose';
  /** What is disclosed: `inskrivningsmeddelande`, `utskrivningsklar`, `kvittens` … */
  readonly entry: string;
  readonly legalBasis: LegalBasis;
  readonly units: readonly string[];
  /** Events whose content is handed on to somebody new, by number; absent: this event's own. */
  readonly earlier?: readonly number[];
}

/** A step of a duty's ladder was reached: somebody is reminded. Moves no machine. */
export interface RemindEffect {
  readonly type: 'remind';
  readonly duty: string;
  readonly step: string;
  readonly audience: Audience;
  readonly unit: string;
  readonly due: Instant;
  /** It cannot wait for anybody's hours, digest or quiet: what is owed may not wait, or is late at its start. */
  readonly isAcute: boolean;
}

/**
 * Other cases are told a fact: each takes it as an event of its own, in a transaction of its own,
 * some moments later. The payload holds ids and times only.
 */
export interface TellCaseEffect {
  readonly type: 'tell-case';
  /** Ids of the cases. */
  readonly cases: readonly string[];
  /** One of the facts that their workflow takes. */
  readonly fact: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * The case was about somebody else: what other controllers than the giver's hold of its earlier
 * events is removed with its salt, and how it was opened is put together for the giver's unit. The
 * events and their digests stay.
 */
export interface EraseEffect {
  readonly type: 'erase';
  /** Why, for the draft of the incident. */
  readonly because: 'wrong-person';
}

/** STATUTORY_MIN: the four facts of 2017:612 2:2 · PROCESS: facts of the process itself. */
export type LegalBasis = 'STATUTORY_MIN' | 'STATUTORY_NOTICE' | 'CONSENT_OR_EXCEPTION' | 'PROCESS';

/** Who a ladder step speaks to. The unit always hears; later steps widen the circle. */
export type Audience = 'owner' | 'watch' | 'manager' | 'sender';

/** What a machine may ask for. */
export type MachineEffect = SendEffect | OpenEffect | DiscloseEffect | TellCaseEffect | EraseEffect;

/** What leaves a step, to become rows in the same transaction. */
export type OutwardEffect = DiscloseEffect | TellCaseEffect | EraseEffect | RemindEffect;
