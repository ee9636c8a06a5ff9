import { CARES, HOSPITAL_KINDS, UNIT_KINDS } from '@hemgang/directory';
import { idField, lineText } from '@hemgang/engine';
import { z } from 'zod';

/** More than a county has; a longer list is another file. */
const ROWS_MAX = 10_000;

/** As catalogues of staff write their ids, and identity providers after them. */
const catalogueId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/);

const list = <Row extends z.ZodType>(row: Row) => z.array(row).max(ROWS_MAX).default([]);

const huvudman = z.strictObject({
  id: idField,
  name: lineText,
  code: z.string().regex(/^(\d{2}|\d{4})$/),
  switchboard: lineText.exactOptional(),
});

const controller = z.strictObject({
  id: idField,
  huvudman: idField,
  name: lineText,
  form: z.enum(['authority', 'private']),
});

const hospital = z.strictObject({ id: idField, kind: z.enum(HOSPITAL_KINDS), name: lineText });

const unit = z.strictObject({
  id: idField,
  controller: idField,
  kind: z.enum(UNIT_KINDS),
  name: lineText,
  phone: lineText,
  sensitive: z.boolean().default(false),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .nullable()
    .default(null),
  ownWard: idField.nullable().default(null),
  hospital: idField.exactOptional(),
  care: z.enum(CARES).exactOptional(),
});

const administrator = z.strictObject({
  unit: idField,
  name: lineText,
  /** What the identity provider calls her in this employment. */
  employee: catalogueId,
  commission: catalogueId.nullable().default(null),
});

const file = z.strictObject({
  huvudman: list(huvudman),
  controllers: list(controller),
  hospitals: list(hospital),
  units: list(unit),
  administrators: list(administrator),
});

/** Who there is to be: what an operator enters before anybody can sign in. */
export type DirectoryFile = z.output<typeof file>;

export type NamedAdministrator = DirectoryFile['administrators'][number];

/** Why something of the file cannot be entered. */
export type DirectoryFileFault =
  | 'form'
  | 'repeated'
  | 'unknown'
  | 'no-ward'
  | 'differs'
  | 'phone'
  | 'outside'
  | 'closed'
  | 'another-person'
  | 'has-administrator';

/** Where the file is wrong, as a path in it: nothing of what stands there. */
export interface FaultAt {
  readonly at: string;
  readonly fault: DirectoryFileFault;
}

/** Reads what a file of JSON holds. @returns every place that has not the right form, at once */
export function readDirectoryFile(content: unknown): DirectoryFile | readonly FaultAt[] {
  const read = file.safeParse(content);
  if (read.success) return read.data;
  return read.error.issues.map(({ path }) => ({ at: placeOf(path), fault: 'form' as const }));
}

/** Names of fields are ours; an unknown one is not repeated. */
function placeOf(path: readonly PropertyKey[]): string {
  return `/${path.map(String).join('/')}`;
}
