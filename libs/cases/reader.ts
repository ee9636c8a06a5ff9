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
}

/** Somebody at the command line: no unit, no role, no controller's content. */
export function operator(language: Language): Reader {
  const nobody = { unit: '', controller: '', huvudman: '', assignment: '' };
  return { ...nobody, staff: 'operator', roles: [], language };
}
