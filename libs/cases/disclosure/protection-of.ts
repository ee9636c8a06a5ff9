import type { PersonRow } from '@hemgang/store';
import type { Incoming } from '../envelope';
import type { Protection } from './basis-for';

/** Whether somebody's identity is protected; a new identity counts as a protected registration. */
export function protectionOf(person: Pick<PersonRow, 'protection'> | null): Protection {
  const grade = person?.protection ?? null;
  if (grade === null) return 'none';
  return grade === 'marked' ? 'marked' : 'protected';
}

/** Whether a body, not judged yet, names a ground: then it matters whether the person is protected. */
export function namesGround({ body }: Incoming): boolean {
  return typeof body === 'object' && body !== null && 'disclosure' in body;
}
