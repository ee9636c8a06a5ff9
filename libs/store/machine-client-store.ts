import type { Database } from './database';
import type { Statement } from './statement';

/** A program that acts for one unit. Its name and roles are those of its assignment. */
export interface MachineClientRow {
  /** Its client id, which is its id among the staff. */
  readonly id: string;
  readonly controller: string;
  readonly unit: string;
  readonly assignment: string;
  readonly scopes: readonly string[];
  /** Public keys (RFC 7517). */
  readonly keys: readonly { readonly kty: string; readonly kid: string }[];
  readonly isRevoked: boolean;
}

const COLUMNS = `id, controller, unit, assignment, scopes, keys, revoked as "isRevoked"`;

const FIND: Statement<MachineClientRow> = {
  name: 'find-machine-client',
  text: `select ${COLUMNS} from machine_clients where id = $1`,
};

const OF_CONTROLLER: Statement<MachineClientRow> = {
  name: 'machine-clients-of-controller',
  text: `
    select ${COLUMNS} from machine_clients where controller = $1 order by revoked, position`,
};

/** Written with the directory (`StaffStore`), so that both agree. */
export const PUT_CLIENTS: Statement<never> = {
  name: 'put-machine-clients',
  text: `
    insert into machine_clients (id, controller, unit, assignment, scopes, keys, revoked)
    select id, controller, unit, assignment, array(select jsonb_array_elements_text(scopes)), keys,
           "isRevoked"
    from jsonb_to_recordset($1) as r (id text, controller text, unit text, assignment text,
                                      scopes jsonb, keys jsonb, "isRevoked" boolean)
    on conflict (id) do update set keys = excluded.keys, revoked = excluded.revoked`,
};

/** Programs with keys of their own. */
export class MachineClientStore {
  constructor(private readonly database: Database) {}

  /** Revoked ones too. Any text may be asked for. */
  async find(id: string): Promise<MachineClientRow | null> {
    const [found] = await this.database.run(FIND, [id]);
    return found ?? null;
  }

  /** Those in use first, in the order in which they came. */
  async ofController(controller: string): Promise<readonly MachineClientRow[]> {
    return this.database.run(OF_CONTROLLER, [controller]);
  }
}
