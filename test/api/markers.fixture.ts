import { query } from '@hemgang/testing';

/** Words that a person is planted with; each is found in nothing else. */
export interface Markers {
  readonly name: string;
  readonly number: string;
  readonly address: string;
  /** SCB code of a municipality that no unit of the demo county belongs to. */
  readonly municipality: string;
}

/** Where a marker was found. */
export interface Hit {
  readonly where: string;
  readonly marker: string;
}

/** What the markers of a person look like wherever they could stand. */
export function wordsOf({ name, number, address, municipality }: Markers): readonly string[] {
  const digits = number.replace(/\D/g, '');
  const street = address.split(',')[0] ?? address;
  return [
    ...name.split(' '),
    street,
    digits,
    `${digits.slice(0, 8)}-${digits.slice(8)}`,
    `${digits.slice(2, 8)}-${digits.slice(8)}`,
    digits.slice(2),
    `"${municipality}"`,
  ];
}

/** Looks for words in what leaves the system, and counts what it has looked through. */
export class Scan {
  readonly hits: Hit[] = [];
  readonly looked: Record<string, number> = {};

  constructor(private readonly words: readonly string[]) {}

  /** @param kind what it is counted as @param where how it is found again */
  look(kind: string, where: string, text: string): readonly Hit[] {
    this.looked[kind] = (this.looked[kind] ?? 0) + 1;
    const small = text.toLowerCase();
    const found = this.words
      .filter((marker) => small.includes(marker.toLowerCase()))
      .map((marker) => ({ where: `${kind} ${where}`, marker }));
    this.hits.push(...found);
    return found;
  }
}

/** Says who the patients are: everything else must not. */
const SAY_WHO = ['persons', 'contents'];

/** Holds the municipality that the payer rule reads (record 23). */
export const SAY_WHERE = ['events', 'cases'];

/** Every other table of the database as text, of every schema that is not PostgreSQL's own. */
export async function tablesAsText(
  databaseUrl: string,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const tables = await query<{ schema: string; name: string }>(
    databaseUrl,
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const told: { name: string; text: string }[] = [];
  for (const { schema, name } of tables.filter((each) => !SAY_WHO.includes(each.name))) {
    const [row] = await query<{ text: string | null }>(
      databaseUrl,
      `select string_agg(t::text, E'\\n') as text from "${schema}"."${name}" t`,
    );
    told.push({ name, text: withBytes(row?.text ?? '') });
  }
  return told;
}

/** PostgreSQL writes bytes as digits; what they say stands beside them. */
function withBytes(text: string): string {
  const bytes = [...text.matchAll(/\\x((?:[0-9a-f]{2}){4,})/g)];
  return [text, ...bytes.map(([, digits = '']) => Buffer.from(digits, 'hex').toString())].join(
    '\n',
  );
}
