import type { Role, UnitKind } from '@hemgang/directory';

/**
 * For what somebody reads and writes: the purpose of a commission (vård och behandling …), or what a
 * unit without commissions does. The access log names it.
 */
export const PURPOSES = ['care', 'social-services', 'administration', 'follow-up'] as const;

export type Purpose = (typeof PURPOSES)[number];

const OF_UNIT: Readonly<Record<UnitKind, Purpose>> = {
  ward: 'care',
  'municipal-social': 'social-services',
  'municipal-health': 'care',
  halsocentral: 'care',
  'specialist-open-care': 'care',
  'home-care': 'social-services',
  'short-term': 'social-services',
  rehab: 'care',
  'payer-admin': 'administration',
};

/** What a unit does. */
export function purposeOfUnit(kind: UnitKind): Purpose {
  return OF_UNIT[kind];
}

/** What a unit's people do in these roles, where no commission says it. */
export function purposeAt(kind: UnitKind, roles: readonly Role[]): Purpose {
  return roles.every((role) => role === 'administrator') ? 'administration' : OF_UNIT[kind];
}
