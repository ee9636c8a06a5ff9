import { instant } from '@hemgang/kernel';
import { responsible, withRole, type ResponsibleMunicipality } from '@workflows/discharge';
import type { Candidate, Candidates, KnownFacts } from './known-facts';

export const UMEA = '2480';
export const VANNAS = '2460';
export const LYCKSELE = '2481';
export const TODAY = '2026-03-04';
export const NOW = instant('2026-03-04T09:00:00.000Z');

const ADMITTED = instant('2026-03-02T08:00:00.000Z');

export const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ id, name: `Enhet ${id}`, kind: 'municipal-social', municipality: UMEA, closedInto: null },
  ...{ isOutside: false, hasStaff: true, opening: null, ...more },
});

const social = (id: string, municipality: string) => candidate(id, { municipality });
const nursing = (id: string, municipality: string) =>
  candidate(id, { kind: 'municipal-health', municipality });
export const clinic = (id: string, municipality: string, more: Partial<Candidate> = {}) =>
  candidate(id, { kind: 'halsocentral', municipality, ...more });

/** Umeå has two of everything, Vännäs one, Lycksele no home nursing. */
export const COUNTY: readonly Candidate[] = [
  ...[social('umea-norr', UMEA), social('umea-ost', UMEA), social('vannas', VANNAS)],
  ...[social('lycksele', LYCKSELE)],
  ...[nursing('hsv-norr', UMEA), nursing('hsv-ost', UMEA), nursing('hsv-vannas', VANNAS)],
  ...[clinic('ersboda', UMEA), clinic('teg', UMEA), clinic('hc-vannas', VANNAS)],
  candidate('ortopeden', { kind: 'specialist-open-care', municipality: null }),
];

export const unitsOf = (...more: readonly Candidate[]): Candidates =>
  new Map([...COUNTY, ...more].map((unit) => [unit.id, unit]));

interface Belonging {
  readonly home?: string | null;
  readonly placedBy?: string | null;
  readonly later?: readonly ResponsibleMunicipality[];
}

/** Somebody registered in Vännäs who may need everything, unless it is said otherwise. */
export function knownFacts(
  more: Partial<KnownFacts> = {},
  { home = VANNAS, placedBy = null, later = [] }: Belonging = {},
): KnownFacts {
  const municipalities = later.reduce<readonly ResponsibleMunicipality[]>(withRole, []);
  return {
    ...{ on: TODAY, now: NOW, home, placedBy, listedAt: null, earlier: [] },
    needs: { socialServices: true, municipalHealthCare: true, openCare: true },
    roles: responsible({ admittedAt: ADMITTED, home, placedBy, municipalities }),
    ...{ receiving: [], gone: [], ...more },
  };
}
