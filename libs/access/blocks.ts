import type { Instant } from '@hemgang/kernel';

/** What one unit has written and the patient keeps from the other units of its controller. */
export interface Block {
  readonly unit: string;
  /** Until when the reader may read all the same, by consent or in an emergency; null: not. */
  readonly releasedUntil: Instant | null;
}

/**
 * Whether a spärr keeps what a unit has written from the reader (PDL 4:4). The unit itself reads on.
 * @param author the unit that wrote it; null: the system
 */
export function isBlocked(
  blocks: readonly Block[],
  author: string | null,
  reader: { readonly unit: string },
  now: Instant,
): boolean {
  return blocks.some(
    ({ unit, releasedUntil }) =>
      unit === author && unit !== reader.unit && (releasedUntil === null || releasedUntil <= now),
  );
}

/**
 * Legal bases that leave room for the patient's will. The others are duties (2017:612 2:1-2:4) or
 * exceptions that hold whatever she says; 25:13 is for whoever cannot say.
 */
const YIELDING: readonly string[] = [
  'SAME_REGION_CARE',
  'SAME_MUNICIPALITY_CARE',
  'CONSENT',
  'NO_HARM',
  'OSL_25_13',
  'PSL_6_12',
];

/**
 * Whether an objection hinders a new disclosure on this basis. What the law demands goes out anyway,
 * and nothing that was received is taken back.
 * @param since when the person objected; null: she does not
 */
export function hinders(since: Instant | null, legalBasis: string): boolean {
  return since !== null && YIELDING.includes(legalBasis);
}
