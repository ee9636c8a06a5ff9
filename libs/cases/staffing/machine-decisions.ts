import { machineKeyFault, type MachineKey } from '@hemgang/access';
import type { Role } from '@hemgang/directory';
import type { Refusal } from '@hemgang/kernel';
import type { MachineClientRow } from '@hemgang/store';
import { ADMINISTRATOR, invalid, isStale, NOT_FOUND, type Decided, type Ground } from './ground';
import { rolesFault } from './wishes';

/** A program that is to act for a unit. The edge has checked the form of each field. */
export interface MachineWish {
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly scopes: readonly string[];
  readonly keys: readonly MachineKey[];
}

/** Lets a program act for a unit of the controller. @param known scopes that exist */
export function registerMachine(
  ground: Ground,
  wish: MachineWish,
  id: string,
  known: readonly string[],
): Decided | Refusal {
  const { name, unit, roles, scopes, keys } = wish;
  const fault = rolesFault(ground, { unit, roles }) ?? keysFault(keys);
  if (fault !== null) return fault;
  const asPerson = roles.findIndex((role) => role === ADMINISTRATOR);
  if (asPerson >= 0) return invalid(`/roles/${asPerson}`, 'only_people');
  const unknown = scopes.findIndex((scope) => !known.includes(scope));
  if (unknown >= 0) return invalid(`/scopes/${unknown}`, 'unknown');
  const client = `klient-${id}`;
  const row: MachineClientRow = {
    id: client,
    controller: ground.reader.controller,
    unit,
    assignment: `a-${id}`,
    scopes: [...new Set(scopes)],
    keys,
    isRevoked: false,
  };
  const assignment = {
    ...{ id: row.assignment, staff: client, unit, roles, employee: null, commission: null },
    term: { confirmedAt: ground.now },
  };
  const staff = { id: client, name, machine: true as const };
  return {
    subjects: [client],
    change: { staff: [staff], assignments: [assignment], clients: [row] },
  };
}

/** Other keys from now on; an assertion signed by a former one is worth nothing. */
export function changeKeys(
  ground: Ground,
  client: MachineClientRow | null,
  keys: readonly MachineKey[],
): Decided | Refusal {
  const found = own(ground, client);
  if ('code' in found) return found;
  const fault = keysFault(keys);
  if (fault !== null) return fault;
  return {
    subjects: [found.row.id],
    change: { staff: [found.next], clients: [{ ...found.row, keys }] },
  };
}

/** Ends all that the program can do, at once. */
export function revokeMachine(ground: Ground, client: MachineClientRow | null): Decided | Refusal {
  const found = own(ground, client);
  if ('code' in found) return found;
  const { row, next } = found;
  const assignments = ground.living.rows.assignments
    .filter(({ id }) => id === row.assignment)
    .map((each) => ({ ...each, term: { ...each.term, until: ground.now } }));
  return {
    subjects: [row.id],
    change: {
      ...{ staff: [next], assignments, ended: [row.assignment] },
      clients: [{ ...row, isRevoked: true }],
    },
  };
}

function own({ reader, living, ...rest }: Ground, row: MachineClientRow | null) {
  const staff = living.rows.staff.find(({ id }) => id === row?.id);
  if (row === null || staff === undefined || row.isRevoked) return NOT_FOUND;
  if (row.controller !== reader.controller) return NOT_FOUND;
  if (isStale({ reader, living, ...rest }, staff)) return { code: 'VERSION_STALE' } as const;
  return { row, next: { ...staff, version: (staff.version ?? 1) + 1 } };
}

function keysFault(keys: readonly MachineKey[]): Refusal | null {
  const wrong = keys.findIndex((key) => machineKeyFault(key) !== null);
  const fault = keys[wrong] && machineKeyFault(keys[wrong]);
  if (fault) return invalid(`/keys/${wrong}`, fault);
  const names = new Set(keys.map(({ kid }) => kid));
  return names.size === keys.length ? null : invalid('/keys', 'repeated');
}
