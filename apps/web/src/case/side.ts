import type { Case, Duty } from '../api/types';

/** The two principals whose duties a discharge weighs against each other. */
export type Side = 'region' | 'municipal';

/** Kinds of receiving unit that belong to the region; every other receiver is the municipality's. */
const REGION_KINDS = ['halsocentral', 'specialist-open-care'];

/**
 * Whose duty it is: that of the receiver it stands with, or of whoever owns it (a commitment). What
 * belongs to no receiver is the ward's, and with it the region's.
 */
export function sideOf({ handover, owner }: Duty, { handovers }: Case): Side {
  if (handover === null) return 'region';
  const receiver =
    handovers.find(({ id }) => id === handover) ??
    handovers.find(({ unit }) => unit.id === owner.unit.id);
  return receiver === undefined || REGION_KINDS.includes(receiver.kind) ? 'region' : 'municipal';
}
