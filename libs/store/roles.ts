import { setTimeout as pause } from 'node:timers/promises';
import { ROLE_NAMES, type DatabaseRole, type DatabaseUrls } from '@hemgang/config';
import { Client, DatabaseError } from 'pg';
import { scramVerifier } from './scram';

const ROLES = Object.keys(ROLE_NAMES) as DatabaseRole[];

/** What the migration needs a role for is missing, and it may not make it. Says what to do. */
export class RoleMissing extends Error {
  constructor(readonly roleName: string) {
    super(`The database has no role ${roleName}; docs/database-roles.md says how it is made.`);
    this.name = 'RoleMissing';
  }
}

/** A role does not sign in with the password that is set, and the owner may not give it that one. */
export class PasswordNotGiven extends Error {
  constructor(readonly roleName: string) {
    super(
      `The role ${roleName} has another password than the one that is set, and the owner may not ` +
        `change it; docs/database-roles.md says who does.`,
    );
    this.name = 'PasswordNotGiven';
  }
}

/** PostgreSQL's word for: this role or key is there already. Another migration has just made it. */
const THERE_ALREADY = ['42710', '23505'];
/** Two changed the same role at once (`tuple concurrently updated`). */
const CHANGED_AT_ONCE = 'XX000';
const NOT_ALLOWED = '42501';
const WRONG_PASSWORD = '28P01';

const TRIES_MAX = 10;
const RETRY_AFTER_MS = 50;
const CONNECT_LIMIT_MS = 5_000;

/**
 * Makes the roles that are missing, and gives a role the password of its address when it cannot
 * sign in with it: so a password is changed by migrating with the new one. Roles belong to the whole
 * server and databases are many, so that several may be here at once.
 * @param urls null: the roles are made by somebody else, and only have to be there
 * @throws RoleMissing when a role is not there and cannot be made, PasswordNotGiven
 */
export async function ensureRoles(ownerUrl: string, urls: DatabaseUrls | null): Promise<void> {
  const owner = new Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    application_name: 'hemgang-migrate',
  });
  await owner.connect();
  try {
    for (const role of ROLES) await ensureRole(owner, ROLE_NAMES[role], urls?.[role] ?? null);
  } finally {
    await owner.end();
  }
}

async function ensureRole(owner: Client, name: string, url: string | null): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name]);
  if (url === null) {
    if (rowCount === 0) throw new RoleMissing(name);
    return;
  }
  const { username, password } = new URL(url);
  // A pooler in between may know the role under another name; its password is its own affair.
  if (rowCount !== 0 && (username !== name || (await canSignIn(url)))) return;
  const verifier = scramVerifier(decodeURIComponent(password));
  const verb = rowCount === 0 ? 'create' : 'alter';
  const rights = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
  // Neither statement takes parameters; a name of ours and base64 hold no quote.
  const text = `${verb} role ${name} ${verb === 'create' ? rights : ''} password '${verifier}'`;
  await patiently(owner, text).catch((error: unknown) => {
    const isRefused = error instanceof DatabaseError && error.code === NOT_ALLOWED;
    if (!isRefused) throw error;
    throw verb === 'create' ? new RoleMissing(name) : new PasswordNotGiven(name);
  });
}

async function patiently(owner: Client, text: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await owner.query(text);
      return;
    } catch (error) {
      const code = error instanceof DatabaseError ? error.code : undefined;
      if (code !== undefined && THERE_ALREADY.includes(code)) return;
      if (code !== CHANGED_AT_ONCE || tries === TRIES_MAX) throw error;
      await pause(RETRY_AFTER_MS);
    }
  }
}

/** False only when the password is wrong: from here the address may not be reachable at all. */
async function canSignIn(url: string): Promise<boolean> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    application_name: 'hemgang-migrate',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    return !(error instanceof DatabaseError && error.code === WRONG_PASSWORD);
  } finally {
    await client.end().catch(() => undefined);
  }
}
