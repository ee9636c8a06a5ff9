import type { Case, Duty } from '../api/types';

/** The two principals whose duties a discharge weighs against each other. */
export type Side = 'region' | 'municipal';

/** Kinds of receiving unit that belong to the region; every other receiver is the municipality's. */
const REGION_KINDS = ['halsocentral', 'specialist-open-care'];

/** Whose duty it is: what belongs to no receiver is the ward's, and with it the region's. */
export function sideOf({ handover }: Duty, { handovers }: Case): Side {
  if (handover === null) return 'region';
  const kind = handovers.find(({ id }) => id === handover)?.kind ?? '';
  return REGION_KINDS.includes(kind) ? 'region' : 'municipal';
}
