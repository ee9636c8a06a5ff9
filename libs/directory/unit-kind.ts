/**
 * What a unit is for. The first five are where a patient's care lies or goes; the rest carry out
 * or pay for what others have decided.
 */
export const UNIT_KINDS = [
  'ward',
  'municipal-social',
  'municipal-health',
  'halsocentral',
  'specialist-open-care',
  'home-care',
  'short-term',
  'rehab',
  'payer-admin',
] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];

/**
 * The kinds of unit that 2017:612 2:1 calls concerned (berörda enheter): social services, municipal
 * health care and region-financed open care. The others work on behalf of one of these.
 */
const RECEIVING_KINDS: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'municipal-social',
  'municipal-health',
  'halsocentral',
  'specialist-open-care',
]);

/** Whether a patient can be handed over to units of this kind (2017:612 2:1). */
export function canReceiveHandover(kind: UnitKind): boolean {
  return RECEIVING_KINDS.has(kind);
}
