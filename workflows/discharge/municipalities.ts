import { localDate, type Citation, type Instant, type LocalDate } from '@hemgang/kernel';

/** What a municipality can be to a patient; one person may have several (domain.md 1.8). */
export const MUNICIPALITY_ROLES = ['decides', 'executes', 'health-care', 'pays'] as const;

export type MunicipalityRole = (typeof MUNICIPALITY_ROLES)[number];

/** The rules that a role can rest on; the first is the usual one. */
export const BASES = {
  decides: ['SoL 29:1', 'SoL 29:10'],
  executes: ['SoL 29:5'],
  'health-care': ['HSL 12:1', 'HSL 12:2', 'SoL 29:10'],
  pays: ['2017:612 5:2', '2017:612 5:2 st2'],
} as const satisfies Record<MunicipalityRole, readonly Citation[]>;

export type Basis = (typeof BASES)[MunicipalityRole][number];

/** That a municipality has a role from a day on, until the role's next entry. */
export interface ResponsibleMunicipality {
  readonly role: MunicipalityRole;
  /** SCB code; null: no municipality from then on. */
  readonly municipality: string | null;
  readonly from: LocalDate;
  readonly basis: Basis;
}

/** What a stay remembers of it: where the patient belonged at first, and what has changed since. */
export interface Belonging {
  readonly admittedAt: Instant;
  /** Where she was folkbokförd at the admission; null: nowhere, or nobody knows. */
  readonly home: string | null;
  /** The municipality that has placed her in another one. */
  readonly placedBy: string | null;
  readonly municipalities: readonly ResponsibleMunicipality[];
}

/** Who is responsible for what, in the order of the days. */
export function responsible(belonging: Belonging): readonly ResponsibleMunicipality[] {
  return belonging.municipalities.reduce(withRole, atAdmission(belonging));
}

/**
 * Who answers when a patient is admitted: the municipality of folkbokföring (SoL 29:1, HSL 12:1,
 * 2017:612 5:2), or the one that has placed her in another municipality, which goes on deciding and
 * pays (5:2 st2). Nobody, as long as no municipality is known.
 */
function atAdmission({
  home,
  placedBy,
  admittedAt,
}: Belonging): readonly ResponsibleMunicipality[] {
  const decider = placedBy ?? home;
  if (decider === null) return [];
  const from = localDate(admittedAt);
  const paysAs = placedBy === null ? '2017:612 5:2' : '2017:612 5:2 st2';
  return [
    { role: 'decides', municipality: decider, from, basis: 'SoL 29:1' },
    { role: 'health-care', municipality: home ?? decider, from, basis: 'HSL 12:1' },
    { role: 'pays', municipality: decider, from, basis: paysAs },
  ];
}

/**
 * What a new folkbokföring changes by itself: who pays and who gives health care. A municipality
 * that has placed the patient goes on paying. Who decides stays until the municipalities have moved
 * the case (SoL 29:10); where nobody decided, the new one does. Our reading, to be confirmed.
 */
export function registeredAnew(
  belonging: Belonging,
  municipality: string | null,
  from: LocalDate,
): readonly ResponsibleMunicipality[] {
  const before = responsible(belonging);
  const placed = inForce(before, 'pays', from)?.basis === '2017:612 5:2 st2';
  const decided = inForce(before, 'decides', from)?.municipality ?? null;
  const changes: readonly (ResponsibleMunicipality | false)[] = [
    decided === null && { role: 'decides', municipality, from, basis: 'SoL 29:1' },
    { role: 'health-care', municipality, from, basis: 'HSL 12:1' },
    !placed && { role: 'pays', municipality, from, basis: '2017:612 5:2' },
  ];
  return changes.filter((change) => change !== false).reduce(withRole, belonging.municipalities);
}

/** Adds an entry in the order of its day; one of the same role and day is replaced. */
export function withRole(
  before: readonly ResponsibleMunicipality[],
  entry: ResponsibleMunicipality,
): readonly ResponsibleMunicipality[] {
  const others = before.filter(({ role, from }) => role !== entry.role || from !== entry.from);
  return [...others, entry].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The entry of a role that holds on a day. */
export function inForce(
  roles: readonly ResponsibleMunicipality[],
  role: MunicipalityRole,
  on: LocalDate,
): ResponsibleMunicipality | undefined {
  return roles.filter((entry) => entry.role === role && entry.from <= on).at(-1);
}
