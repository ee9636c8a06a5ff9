import type { Assignment } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';

/** One command of an invented SIP: who gives it when. */
export interface SipStep {
  readonly at: Instant;
  /** Id of the assignment that acts. */
  readonly by: string;
  readonly command: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A field that names the stay it comes out of, a called unit's part in it, or the last version of the plan. */
  readonly names:
    | { readonly field: 'stay'; readonly caseOf: number }
    | {
        readonly field: 'participant';
        readonly handoverOf: string;
        readonly machine: 'participant';
      }
    | { readonly field: 'version'; readonly latest: 'plan' }
    | null;
}

/** A command of somebody who leads the SIP. */
export function sipStep(
  at: Instant,
  { id: by }: Assignment,
  command: string,
  payload: SipStep['payload'] = {},
): SipStep {
  return { at, by, command, payload, names: null };
}

/** A called unit speaks for itself. */
export function ofUnit(told: SipStep, { unit }: Assignment): SipStep {
  return { ...told, names: { field: 'participant', handoverOf: unit, machine: 'participant' } };
}

/** It is about the plan as it stands. */
export function withVersion(told: SipStep): SipStep {
  return { ...told, names: { field: 'version', latest: 'plan' } };
}

/** It comes out of one of the stays of the same story. */
export function outOfStay(told: SipStep, stay: number): SipStep {
  return { ...told, names: { field: 'stay', caseOf: stay } };
}
