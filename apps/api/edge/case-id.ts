import { Refused } from './refused';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The id of a case from an address. Another spelling names no case.
 * @throws Refused 404, exactly as for a case that does not exist
 */
export function caseId(id: string): string {
  if (!UUID.test(id)) throw new Refused({ code: 'NOT_FOUND' });
  return id;
}
