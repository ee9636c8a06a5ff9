import { Client } from 'pg';

/**
 * Makes the role and the database `hemgang` on a new cluster and gives their address. The role is
 * no superuser: row-level security does not bind superusers, and a real installation's role is
 * none either. It may make databases (tests) and roles (migrations), see what runs, and end what runs
 * as another role: a test's database is dropped under whoever is still there.
 */
export async function ensureOwnDatabase(port: number, password: string): Promise<string> {
  const address = (role: string, database: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  const client = new Client({ connectionString: address('postgres', 'postgres') });
  await client.connect();
  try {
    const role = await client.query(`SELECT FROM pg_roles WHERE rolname = 'hemgang'`);
    if (role.rowCount === 0) {
      // The password is base64url (no quote can be in it); CREATE ROLE takes no parameters.
      await client.query(`CREATE ROLE hemgang LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`);
    }
    const outsider = await client.query(
      `SELECT WHERE NOT pg_has_role('hemgang', 'pg_signal_backend', 'member')`,
    );
    // Not asked again for what is there: a server that is being restored takes no changes yet.
    if (outsider.rowCount === 1) {
      await client.query('GRANT pg_read_all_stats, pg_signal_backend TO hemgang');
    }
    const database = await client.query(`SELECT FROM pg_database WHERE datname = 'hemgang'`);
    if (database.rowCount === 0) await client.query('CREATE DATABASE hemgang OWNER hemgang');
  } finally {
    await client.end();
  }
  return address('hemgang', 'hemgang');
}
