import type { Refusal } from '@hemgang/kernel';
import type { Purpose } from '../purpose';
import { BESIDE_ROWS, maskOf, purposeRow, type Reading } from './case-rows';
import { NOTHING_SHOWN, type Mask } from './field-group';
import { operationRow, type OperationName } from './operation-rows';
import type { Relation } from './relation';

/** Who asks, as far as access is concerned. */
export interface AskingOne {
  readonly roles: readonly string[];
  readonly purpose: Purpose;
}

/** What somebody wants to do. */
export type AccessQuestion =
  /** Read something of a case. */
  | {
      readonly asks: 'read';
      readonly reading: Reading;
      readonly type: string;
      readonly relation: Relation;
      readonly by: AskingOne;
    }
  /** Give a command to a case. */
  | {
      readonly asks: 'command';
      readonly type: string;
      readonly relation: Relation;
      readonly by: AskingOne;
      /** Whether the declarations let a unit and a role of the asker's give it to a part of the case. */
      readonly isAddressed: boolean;
    }
  /** Open a case. */
  | {
      readonly asks: 'open';
      readonly type: string;
      readonly by: AskingOne;
      /** The roles that the declaration of the opening command names. */
      readonly roles: readonly string[];
    }
  /** Call an operation outside the cases. */
  | {
      readonly asks: 'operation';
      readonly operation: OperationName;
      readonly by: AskingOne;
    };

/** Yes, and what is shown; or how it is refused. */
export type AccessAnswer =
  | { readonly isAllowed: true; readonly mask: Mask }
  | { readonly isAllowed: false; readonly refusal: Refusal };

/** What somebody who is no party is told: the same as of a case that does not exist. */
const NO_SUCH_CASE: AccessAnswer = { isAllowed: false, refusal: { code: 'NOT_FOUND' } };

const NOT_ALLOWED: AccessAnswer = { isAllowed: false, refusal: { code: 'ROLE_NOT_ALLOWED' } };

const ALLOWED: AccessAnswer = { isAllowed: true, mask: NOTHING_SHOWN };

/**
 * The one decision on who may see and who may act. Pure: relations and declarations are facts that
 * the caller brings; whether the state of a case takes a command, the machines say afterwards.
 */
export function judgeAccess(question: AccessQuestion): AccessAnswer {
  switch (question.asks) {
    case 'read':
      return judgeReading(question);
    case 'command':
      return judgeCommand(question);
    case 'open':
      return hasRole(question.by, question.roles) && mayCommand(question) ? ALLOWED : NOT_ALLOWED;
    case 'operation':
      return mayCall(question.operation, question.by) ? ALLOWED : NOT_ALLOWED;
  }
}

type Question<Asks> = Extract<AccessQuestion, { readonly asks: Asks }>;

function judgeReading({ reading, type, relation, by }: Question<'read'>): AccessAnswer {
  const { relations, needs } = BESIDE_ROWS[reading];
  if (!relations.some((each) => each === relation)) return NO_SUCH_CASE;
  const mask = shownTo(reading, type, relation, by.purpose);
  return mask.has(needs) ? { isAllowed: true, mask } : NOT_ALLOWED;
}

/** Beside its own cases a controller sees the process of a stay that it had, for the same purposes. */
function shownTo(reading: Reading, type: string, relation: Relation, purpose: Purpose): Mask {
  const isOwnStay = reading === 'previous-stay' && relation === 'controller';
  return maskOf(type, isOwnStay ? 'party' : relation, purpose);
}

function judgeCommand({ type, relation, by, isAddressed }: Question<'command'>): AccessAnswer {
  if (!BESIDE_ROWS.case.relations.some((each) => each === relation)) return NO_SUCH_CASE;
  const { commands } = purposeRow(type, by.purpose);
  if (!commands.includes(relation) || !isAddressed) return NOT_ALLOWED;
  return { isAllowed: true, mask: maskOf(type, relation, by.purpose) };
}

/** Whoever opens a case is a party of it in its own right. */
function mayCommand({ type, by }: Question<'open'>): boolean {
  return purposeRow(type, by.purpose).commands.includes('party');
}

function mayCall(operation: OperationName, by: AskingOne): boolean {
  const { roles, purposes } = operationRow(operation);
  return (
    (roles === undefined || hasRole(by, roles)) &&
    (purposes === undefined || purposes.includes(by.purpose))
  );
}

function hasRole({ roles }: AskingOne, named: readonly string[]): boolean {
  return named.some((role) => roles.includes(role));
}
