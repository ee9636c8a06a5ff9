import type { Asker } from '@hemgang/engine';

/** A unit of the made-up county that the tests of this folder play in. */
interface TestUnit {
  readonly kind: string;
  readonly huvudman: string;
  readonly roles: readonly string[];
  /** Outside the county: nobody there has an account. */
  readonly external?: true;
}

const MUNICIPAL = ['municipal-coordinator', 'municipal-nurse'];
const OPEN_CARE = ['primary-care-nurse', 'open-care-manager'];

const region = (kind: string, roles: readonly string[]): TestUnit => ({
  kind,
  huvudman: 'region-24',
  roles,
});
const municipal = (kind: string, code: string): TestUnit => ({
  kind,
  huvudman: `kommun-${code}`,
  roles: MUNICIPAL,
});

export const units: Readonly<Record<string, TestUnit>> = {
  'nus-medicin-2': region('ward', ['ward-staff', 'physician']),
  'hc-mariehem': region('halsocentral', OPEN_CARE),
  'hc-teg': region('halsocentral', OPEN_CARE),
  'hc-ersboda': region('halsocentral', OPEN_CARE),
  'umea-bistand': municipal('municipal-social', '2480'),
  'umea-bistand-ost': municipal('municipal-social', '2480'),
  'umea-hemsjukvard': municipal('municipal-health', '2480'),
  'vannas-bistand': municipal('municipal-social', '2460'),
  'lulea-bistand': { ...municipal('municipal-social', '2580'), roles: [], external: true },
};

/** Somebody who may do everything that the unit's staff may do. */
export function staffOf(unit: string): Asker {
  return { unit, roles: units[unit]?.roles ?? [] };
}
