import type { Directory } from '@hemgang/directory';
import { REGION_CODE } from '@hemgang/kernel';

/** Whether an assignment is one of an administrator of the region: they answer for what operators enter. */
export function isRegionAdministrator(directory: Directory, id: string): boolean {
  const assignment = directory.assignment(id);
  return (
    assignment !== undefined &&
    assignment.roles.includes('administrator') &&
    directory.huvudmanOf(assignment.unit)?.code === REGION_CODE
  );
}

/** The name of whoever has an assignment; the assignment itself when the directory has it no more. */
export function nameOfAssigned(directory: Directory, id: string): string {
  const staff = directory.assignment(id)?.staff;
  return (staff === undefined ? undefined : directory.staff(staff)?.name) ?? id;
}
