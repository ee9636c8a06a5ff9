import type { Language } from '@hemgang/kernel';

/** The person who asks, acting in one assignment. Made by the edge from a session. */
export interface Reader {
  readonly staff: string;
  readonly assignment: string;
  readonly unit: string;
  readonly controller: string;
  readonly huvudman: string;
  readonly roles: readonly string[];
  readonly language: Language;
  /** What she has signed in for: `VARD`, `OMSORG`, …; left out when nobody has said. */
  readonly purpose?: string | null;
  /** Number of her session, for the access log; never its token. */
  readonly session?: number | null;
}

/** Somebody at the command line: no unit, no role, no controller's content. */
export function operator(language: Language): Reader {
  const nobody = { unit: '', controller: '', huvudman: '', assignment: '' };
  return { ...nobody, staff: 'operator', roles: [], language };
}
