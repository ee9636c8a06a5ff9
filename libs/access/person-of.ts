import type { Assignment, Directory } from '@hemgang/directory';
import type { Issuer } from './issuer';
import { purposeAt, type Purpose } from './purpose';

/** The verified claims of an ID token; everything but `sub` may be anything. */
export interface Claims {
  readonly sub: string;
  readonly [name: string]: unknown;
}

/** Somebody whom an identity provider has vouched for, and in what she may act here. */
export interface Person {
  readonly staff: string;
  readonly acr: string;
  /** In the order of the directory; at least one. */
  readonly assignments: readonly { readonly id: string; readonly purpose: Purpose }[];
}

/** Why nobody comes in by these claims. Stable words: the log and the web app read them. */
export type ClaimRefusal =
  | 'loa-too-low'
  | 'employee-missing'
  | 'employee-unknown'
  | 'organisation-not-of-issuer'
  | 'commission-missing'
  | 'purpose-unknown';

type Judged = Person | { readonly refused: ClaimRefusal };

/**
 * Who the claims stand for. An assignment that names a commission is open only to whom the provider
 * has signed in with that very commission; one without (most of social services) to whoever has
 * the employee id and the organisation, in the roles that were granted locally.
 */
export function personOf(claims: Claims, issuer: Issuer, directory: Directory): Judged {
  const { mapping } = issuer;
  const acr = text(claims['acr']);
  if (acr === null || !issuer.acr.includes(acr)) return { refused: 'loa-too-low' };
  const employee = text(claims[mapping.employee]);
  if (employee === null) return { refused: 'employee-missing' };
  const employed = directory.assignmentsOfEmployee(employee);
  const [first] = employed;
  if (first === undefined) return { refused: 'employee-unknown' };
  const controllers = controllersOf(claims, issuer);
  const within = employed.filter(({ unit }) =>
    controllers.has(directory.controllerOf(unit)?.id ?? ''),
  );
  if (within.length === 0) return { refused: 'organisation-not-of-issuer' };
  const commission = mapping.commission && text(claims[mapping.commission]);
  const open = within.filter((each) => each.commission === null || each.commission === commission);
  if (open.length === 0) return { refused: 'commission-missing' };
  const assignments = open.flatMap((each) => {
    const purpose = purposeOf(each, claims, issuer, directory);
    return purpose === null ? [] : [{ id: each.id, purpose }];
  });
  if (assignments.length === 0) return { refused: 'purpose-unknown' };
  return { staff: first.staff, acr, assignments };
}

/** Whose staff the provider may speak of, of the organisation that it names. */
function controllersOf(claims: Claims, { mapping, speaksFor }: Issuer): ReadonlySet<string> {
  const named = mapping.organisation && text(claims[mapping.organisation]);
  return new Set(
    speaksFor
      .filter(({ organisation }) => organisation === undefined || organisation === named)
      .flatMap(({ controllers }) => controllers),
  );
}

/** What the commission is for; without one what the unit does. Null: a purpose that has no meaning here. */
function purposeOf(
  { commission, unit, roles }: Assignment,
  claims: Claims,
  { mapping, purposes }: Issuer,
  directory: Directory,
): Purpose | null {
  if (commission !== null && mapping.purpose !== undefined) {
    const named = text(claims[mapping.purpose]);
    return named !== null && Object.hasOwn(purposes, named) ? (purposes[named] ?? null) : null;
  }
  const kind = directory.unit(unit)?.kind;
  return kind === undefined ? null : purposeAt(kind, roles);
}

function text(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null;
}
