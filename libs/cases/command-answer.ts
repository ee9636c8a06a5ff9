import type { Refusal } from '@hemgang/kernel';
import type { Given } from './asked';

/** A command that was taken. A repeat answers as the first time. */
export interface Taken {
  readonly ok: true;
  readonly status: 200 | 201;
  readonly caseId: string;
  /** What the command led to; the case may have gone on since. */
  readonly version: number;
  readonly replayed: boolean;
}

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

/** What came of a command. */
export type CommandAnswer = Taken | Refused;

export function taken(
  { workflow, command }: Pick<Given, 'workflow' | 'command'>,
  caseId: string,
  version: number,
  replayed: boolean,
): Taken {
  const status = command === workflow.definition.open ? 201 : 200;
  return { ok: true, status, caseId, version, replayed };
}

export function no(refusal: Refusal): Refused {
  return { ok: false, refusal };
}
