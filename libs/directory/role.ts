import type { Text } from '@hemgang/kernel';
import type { UnitKind } from './unit-kind';

/** What a person may be at a unit. A role belongs to an assignment, never to the person. */
export const ROLES = [
  'ward-staff',
  'physician',
  'municipal-coordinator',
  'municipal-nurse',
  'primary-care-nurse',
  'open-care-manager',
  'specialist-nurse',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_TEXTS: Readonly<Record<Role, Text>> = {
  'ward-staff': { sv: 'Personal på vårdavdelning', en: 'Ward staff' },
  physician: { sv: 'Läkare', en: 'Physician' },
  'municipal-coordinator': {
    sv: 'Biståndshandläggare eller samordnare',
    en: 'Municipal care manager or coordinator',
  },
  'municipal-nurse': { sv: 'Sjuksköterska i kommunen', en: 'Municipal nurse' },
  'primary-care-nurse': { sv: 'Sjuksköterska på hälsocentral', en: 'Health centre nurse' },
  'open-care-manager': {
    sv: 'Verksamhetschef i öppenvård',
    en: 'Head of an outpatient care unit',
  },
  'specialist-nurse': {
    sv: 'Sjuksköterska i specialiserad öppenvård',
    en: 'Specialist outpatient nurse',
  },
  administrator: { sv: 'Administratör', en: 'Administrator' },
};

/** What one can be at a unit of a kind, beside its administrator. */
const AT: Readonly<Record<UnitKind, readonly Role[]>> = {
  ward: ['ward-staff', 'physician'],
  'municipal-social': ['municipal-coordinator'],
  'municipal-health': ['municipal-nurse'],
  halsocentral: ['primary-care-nurse', 'physician', 'open-care-manager'],
  'specialist-open-care': ['specialist-nurse', 'physician', 'open-care-manager'],
  'home-care': ['municipal-coordinator', 'municipal-nurse'],
  'short-term': ['municipal-coordinator', 'municipal-nurse'],
  rehab: ['municipal-coordinator', 'municipal-nurse'],
  'payer-admin': [],
};

/** The roles that an administrator can give at a unit of this kind. */
export function rolesAt(kind: UnitKind): readonly Role[] {
  return [...AT[kind], 'administrator'];
}
