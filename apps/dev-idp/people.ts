import { DEMO_COUNTY } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';

/** The only level of assurance that this provider gives. */
export const LOA3 = 'http://id.sambi.se/loa/loa3';

/** Names of the claims, as SITHS providers spell them. */
export const CLAIMS = ['employeeHsaId', 'commissionHsaId', 'commissionPurpose', 'name'] as const;

/** Somebody of the demo county in one commission, or in an employment without one. */
export interface Choice {
  /** Id of the assignment: the account that signs in. */
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

const directory = new Directory(DEMO_COUNTY);

/** Everybody who can sign in, in the order of the county. */
export const CHOICES: readonly Choice[] = DEMO_COUNTY.assignments.map(({ id, staff, unit }) => ({
  id,
  name: directory.staff(staff)?.name ?? staff,
  unit: directory.unit(unit)?.name ?? unit,
}));

/** What the provider says of who has chosen this assignment; null: there is none such. */
export function claimsOf(id: string): { sub: string; [claim: string]: string } | null {
  const assignment = directory.assignment(id);
  if (assignment === undefined) return null;
  const { employee, commission, staff } = assignment;
  const isAdministration = assignment.roles.every((role) => role === 'administrator');
  return {
    sub: id,
    name: directory.staff(staff)?.name ?? staff,
    ...(employee === null ? {} : { employeeHsaId: employee }),
    ...(commission === null
      ? {}
      : {
          commissionHsaId: commission,
          commissionPurpose: isAdministration ? 'Administration' : 'Vård och behandling',
        }),
  };
}
