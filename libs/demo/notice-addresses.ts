import type { DirectoryRows } from '@hemgang/directory';
import { NAMED_STAFF } from './named-staff';

/** Where somebody of the demo is told outside the application. */
export interface NoticeAddress {
  readonly staff: string;
  readonly mail: string;
  readonly phone: string;
}

/** A domain that cannot exist (RFC 2606): nothing of a demo ever reaches anybody. */
const DOMAIN = 'hemgang.invalid';

/** Mobile numbers that are out of use, +46 70 174 06 05 to 99 [recalled], one for each person. */
const FIRST_NUMBER = 701_740_605;

/** Addresses for the people whose names the demo promises, and for nobody else. */
export function noticeAddresses({ staff }: DirectoryRows): readonly NoticeAddress[] {
  const names = new Set(NAMED_STAFF.map(({ name }) => name));
  return staff
    .filter(({ name }) => names.has(name))
    .map(({ id }, index) => ({
      staff: id,
      mail: `${id}@${DOMAIN}`,
      phone: `+46${FIRST_NUMBER + index}`,
    }));
}
