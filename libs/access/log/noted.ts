import type { Instant } from '@hemgang/kernel';
import type { AccessLine } from '@hemgang/store';
import type { Reader } from '../reader';

/** Whom and what a look into the log was about; nobody: the log as a whole. */
interface About {
  readonly person: string | null;
  readonly caseId: string | null;
}

const NOBODY: About = { person: null, caseId: null };

/** The access line of somebody who looks into the access log: looking is logged like any reading. */
export function noted(
  { staff, assignment, unit, purpose, session }: Reader,
  action: string,
  at: Instant,
  { person, caseId }: About = NOBODY,
): AccessLine {
  const who = { staff, assignment, unit: unit === '' ? null : unit, purpose, session };
  return { at, ...who, person, caseId, action };
}
