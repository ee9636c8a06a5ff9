import { isRefusal } from '@hemgang/cases';
import type { Refusal } from '@hemgang/kernel';

/**
 * Carries an expected "no" out of a controller or a hook: leaving by an exception is the way that
 * Nest offers, and `ProblemFilter` turns it into the answer. Below the edge refusals are values.
 */
export class Refused extends Error {
  /** @param headers to be sent beside the problem */
  constructor(
    readonly refusal: Refusal,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(refusal.code);
    this.name = 'Refused';
  }
}

/** The value, or an exception with the refusal that stands in its place. */
export function orRefuse<Value extends object>(result: Value | Refusal): Value {
  if (isRefusal(result)) throw new Refused(result);
  return result;
}
