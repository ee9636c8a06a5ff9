import type { Text } from '@hemgang/kernel';

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

export const UNIT_KIND_TEXTS: Readonly<Record<UnitKind, Text>> = {
  ward: { sv: 'Vårdavdelning', en: 'Hospital ward' },
  'municipal-social': { sv: 'Biståndsenhet', en: 'Municipal social services' },
  'municipal-health': { sv: 'Kommunal hemsjukvård', en: 'Municipal home nursing' },
  halsocentral: { sv: 'Hälsocentral', en: 'Health centre' },
  'specialist-open-care': { sv: 'Specialiserad öppenvård', en: 'Specialist outpatient care' },
  'home-care': { sv: 'Hemtjänst', en: 'Home care' },
  'short-term': { sv: 'Korttidsboende', en: 'Short-term residence' },
  rehab: { sv: 'Kommunal rehabilitering', en: 'Municipal rehabilitation' },
  'payer-admin': { sv: 'Betalningsadministration', en: 'Payment administration' },
};

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
