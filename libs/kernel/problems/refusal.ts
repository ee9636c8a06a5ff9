import type { Citation } from '../rules/rules';
import type { Text } from '../text';
import type { ProblemCode } from './catalogue';

/** A field of the payload that is not accepted. */
export interface FieldError {
  /** Where in the payload, as a JSON pointer: `/receivers/0/unit`. */
  readonly path: string;
  /** A stable word for the reason; never what was sent. */
  readonly code: string;
}

/**
 * An expected "no" from a use case: a value that is returned, never thrown.
 * Status, title and the ordinary detail follow from the code.
 */
export interface Refusal {
  readonly code: ProblemCode;
  /** Words for this very case, instead of the catalogue's. They never repeat what was sent. */
  readonly detail?: Text;
  /** The rule that says no. */
  readonly rule?: Citation;
  readonly errors?: readonly FieldError[];
  /**
   * What else helps the caller, sent as members of their own (RFC 9457 3.2): `allowedCommands` with
   * COMMAND_NOT_POSSIBLE, `choices` with HANDOVER_AMBIGUOUS.
   */
  readonly members?: Readonly<Record<string, unknown>>;
}
