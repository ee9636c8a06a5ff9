import type { QueryRunner } from 'typeorm';
import { VIEWS_SQL, wallSql, WALLS, WALLS_REVISION } from './walls-sql';

const IS_RAISED = 'select from walls where revision = $1';

const NOTE = `
  insert into walls (revision) values ($1)
  on conflict (only_row) do update set revision = excluded.revision`;

/** Nobody is let through by default: not the functions of the tables, and not the tables to come. */
const CLOSED = `
  grant usage on schema public to hemgang_reads, hemgang_writes, hemgang_works;
  revoke create on schema public from public`;

/**
 * Gives every table its wall, one after the other: each is locked for the moment in which its own
 * changes, and never two together. Finds nothing to do when they are those of this program. What is
 * interrupted is done again from the beginning.
 */
export async function raiseWalls(runner: QueryRunner): Promise<void> {
  const [raised] = (await runner.query(IS_RAISED, [WALLS_REVISION])) as unknown[];
  if (raised !== undefined) return;
  for (const text of [CLOSED, ...VIEWS_SQL]) await alone(runner, text);
  for (const [table, wall] of Object.entries(WALLS)) await alone(runner, wallSql(table, wall));
  await runner.query(NOTE, [WALLS_REVISION]);
}

async function alone(runner: QueryRunner, text: string): Promise<void> {
  await runner.startTransaction();
  try {
    await runner.query(text);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}
