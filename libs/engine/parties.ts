import type { MachineId } from './event';
import type { JoinedParty } from './step-result';
import type { PartyUnit } from './workflow';

/** Units that a machine makes parties of its case no more: an executor whose assignment has ended. */
export function leftBy(
  machine: MachineId,
  were: readonly PartyUnit[],
  are: readonly PartyUnit[],
): JoinedParty[] {
  return joinedBy(machine, are, were);
}

/** Units that a machine makes parties of its case now and did not before. */
export function joinedBy(
  machine: MachineId,
  were: readonly PartyUnit[],
  are: readonly PartyUnit[],
): JoinedParty[] {
  return are
    .filter(({ unit }) => !were.some((party) => party.unit === unit))
    .map((party) => ({ ...party, machine }));
}
