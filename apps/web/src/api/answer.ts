/** A field that the server refused: JSON pointer into the body, and what is wrong with it. */
export interface FieldFault {
  readonly path: string;
  readonly code: string;
}

/** RFC 9457 as our server writes it. */
export interface Problem {
  readonly status: number;
  /** Stable; `NO_ANSWER` is our own, for when nothing came back at all. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldFault[];
  /** With `STAY_ALREADY_OPEN`: the case that is open already, if the reader may see it. */
  readonly case?: string;
}

export type Answer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly problem: Problem };

/** Nothing came back, or nothing that can be read: nobody knows whether the server acted. */
export const noAnswer: Problem = { status: 0, code: 'NO_ANSWER', title: '', detail: '' };

/** Whether it is unknown if the server acted, so that the same request should be sent again. */
export function isUndecided({ status }: Problem): boolean {
  return status === 0 || status >= 500;
}
