import { escapeLiteral } from 'pg';
import type { Queryable, Statement } from './statement';

/** How the session would run a statement with such values, by its settings. */
export async function explained(
  session: Queryable,
  { text }: Statement<unknown>,
  values: readonly unknown[],
): Promise<string> {
  const run = <Row>(sql: string) => session.run<Row>({ name: '', text: sql }, []);
  await run(`prepare shown as ${text}`);
  const args = values.length === 0 ? '' : `(${values.map(literal).join(',')})`;
  const rows = await run<{ 'QUERY PLAN': string }>(`explain execute shown${args}`);
  await run('deallocate shown');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

function literal(value: unknown): string {
  if (value === null) return 'null';
  return escapeLiteral(
    Array.isArray(value) ? `{${value.join(',')}}` : `${value as string | number}`,
  );
}
