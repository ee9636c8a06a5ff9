import type { Refusal } from '@hemgang/kernel';

/** Which page of a list: an opaque cursor from the page before, and how many lines. */
export interface PageRequest {
  readonly cursor: string | null;
  /** 1 to 200; the edge has checked it. */
  readonly limit: number;
}

/** The cursor was not made by this list. */
export const BAD_CURSOR: Refusal = {
  code: 'PAYLOAD_INVALID',
  errors: [{ path: '/cursor', code: 'unknown' }],
};
