import type { MachineKey, Reader } from '@hemgang/access';
import type { Refusal } from '@hemgang/kernel';
import { confirmBy } from '@hemgang/directory';
import type { MachineClientRow, MachineClientStore } from '@hemgang/store';
import { isRefusal, type Incoming } from '../envelope';
import { idOf, type DirectoryChanges, type StaffChange } from './changes';
import type { Ground } from './ground';
import { changeKeys, registerMachine, revokeMachine, type MachineWish } from './machine-decisions';
import type { MachineClientView } from './machine-views';

/**
 * Programs that act for units (journals, systems of municipalities): registered by the controller's
 * administrators with public keys, for command families, and revocable at once.
 * @throws DatabaseUnavailable
 */
export class MachineClients {
  constructor(
    private readonly changes: DirectoryChanges,
    private readonly clients: MachineClientStore,
    /** Every scope that the declarations of commands give. */
    readonly scopes: readonly string[],
  ) {}

  async list(reader: Reader): Promise<readonly MachineClientView[] | Refusal> {
    const ground = await this.changes.reading(reader, 'list-machine-clients');
    if (isRefusal(ground)) return ground;
    const rows = await this.clients.ofController(reader.controller);
    return rows.map((row) => view(ground, row));
  }

  register(reader: Reader, wish: MachineWish, request: Incoming): Promise<StaffChange | Refusal> {
    const id = idOf(reader, request);
    return this.changes.run(reader, 'register-machine', '', request, (ground) =>
      registerMachine(ground, wish, id, this.scopes),
    );
  }

  async changeKeys(
    reader: Reader,
    id: string,
    keys: readonly MachineKey[],
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    const client = await this.clients.find(id);
    return this.changes.run(reader, 'change-machine-keys', id, request, (ground) =>
      changeKeys(ground, client, keys),
    );
  }

  async revoke(reader: Reader, id: string, request: Incoming): Promise<StaffChange | Refusal> {
    const client = await this.clients.find(id);
    return this.changes.run(reader, 'revoke-machine', id, request, (ground) =>
      revokeMachine(ground, client),
    );
  }
}

function view({ living }: Ground, row: MachineClientRow): MachineClientView {
  const { units, staff, assignments } = living.rows;
  const program = staff.find(({ id }) => id === row.id);
  const assignment = assignments.find(({ id }) => id === row.assignment);
  const name = units.find(({ id }) => id === row.unit)?.name ?? row.unit;
  return {
    id: row.id,
    name: program?.name ?? row.id,
    unit: { id: row.unit, name },
    roles: assignment?.roles ?? [],
    scopes: row.scopes,
    keys: row.keys.map(({ kid }) => kid),
    assignment: row.assignment,
    confirmBy: assignment === undefined ? null : confirmBy(assignment, living.policy),
    version: program?.version ?? 1,
    revoked: row.isRevoked,
  };
}
