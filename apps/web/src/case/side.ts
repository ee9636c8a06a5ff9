import type { Case, Duty } from '../api/types';

/** The two principals whose duties a discharge weighs against each other. */
export type Side = 'region' | 'municipal';

/** Kinds of unit that belong to the region; every other is the municipality's. */
const REGION_KINDS = ['halsocentral', 'specialist-open-care', 'ward'];

/**
 * Whose duty it is: that of the receiver it stands with, or of whoever owns it (a commitment). What
 * belongs to no receiver is the ward's, and with it the region's.
 */
export function sideOf({ handover, owner }: Duty, { handovers, parties }: Case): Side {
  if (handover === null) return 'region';
  const receiver =
    handovers.find(({ id }) => id === handover) ??
    handovers.find(({ unit }) => unit.id === owner.unit.id) ??
    // A message may have been handed over to a unit that receives nobody.
    parties.find(({ id, unit }) => id === handover && unit.id === owner.unit.id);
  return receiver === undefined || REGION_KINDS.includes(receiver.kind) ? 'region' : 'municipal';
}
