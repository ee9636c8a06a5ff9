import { isUuid } from '@hemgang/kernel';
import { Refused } from './refused';

/**
 * The id of a case from an address. Another spelling names no case.
 * @throws Refused 404, exactly as for a case that does not exist
 */
export function caseId(id: string): string {
  if (!isUuid(id)) throw new Refused({ code: 'NOT_FOUND' });
  return id;
}
