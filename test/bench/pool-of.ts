import { Pool } from 'pg';

/**
 * A pool of plain connections. One that is just being closed may still hear that its server is going
 * down: nobody needs to know, and a pool to which nobody listens would end the program.
 */
export function poolOf(databaseUrl: string, size: number): Pool {
  const pool = new Pool({ connectionString: databaseUrl, max: size });
  pool.on('error', () => undefined);
  return pool;
}
