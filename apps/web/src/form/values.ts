import type { FieldFault } from '../api/answer';
import { fromLocalInput, toLocalInput } from '../time';
import type { Field } from './schema';

/** What has been filled in, by the path of its field. Times are Swedish, as the field shows them. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** What a yes-or-no field holds. */
export const YES = 'yes';
export const NO = 'no';

type Body = Record<string, unknown>;

/**
 * The body that the values make; what is not filled in is left out.
 * @param now the server's time in milliseconds: "this minute" means now and not half a minute ago
 */
export function bodyOf(fields: readonly Field[], values: Values, now: number): Body {
  const body: Body = {};
  for (const field of fields) {
    const value = valueOf(field, values, now);
    if (value !== undefined) body[field.name] = value;
    if (field.kind === 'choice') Object.assign(body, bodyOf(chosen(field, values), values, now));
  }
  return body;
}

/** Required fields that nothing has been filled into, in the order of the form. */
export function missingIn(fields: readonly Field[], values: Values): FieldFault[] {
  return fields.flatMap((field) => {
    const { path, required } = field;
    const isEmpty = valueOf(field, values, 0) === undefined;
    switch (field.kind) {
      case 'group':
        return required || !isEmpty ? missingIn(field.fields, values) : [];
      case 'rows': {
        const missing = keysOf(field, values).flatMap((key) => missingIn(field.row(key), values));
        return required && isEmpty ? [{ path, code: 'missing' }] : missing;
      }
      case 'choice':
        if (!isEmpty) return missingIn(chosen(field, values), values);
        return required ? [{ path, code: 'missing' }] : [];
      default:
        return required && isEmpty ? [{ path, code: 'missing' }] : [];
    }
  });
}

/** The fields of the branch that has been chosen; none while none has. */
export function chosen(
  field: Extract<Field, { kind: 'choice' }>,
  values: Values,
): readonly Field[] {
  return field.branches.find(({ value }) => value === values[field.path])?.fields ?? [];
}

/** The keys of the rows that are there; one to begin with where one is needed. */
export function keysOf(
  { path, min }: Extract<Field, { kind: 'rows' }>,
  values: Values,
): readonly string[] {
  const keys = values[path] ?? (min > 0 ? ['i1'] : []);
  return typeof keys === 'string' ? [keys] : keys;
}

/** The path of the field that a fault lies in: the deepest whose path begins the fault's; or null. */
export function pathOfField(fields: readonly Field[], path: string): string | null {
  const around = everyPath(fields).filter((one) => path === one || path.startsWith(`${one}/`));
  return around.sort((a, b) => b.length - a.length)[0] ?? null;
}

function everyPath(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => {
    const inner = field.kind === 'group' ? everyPath(field.fields) : [];
    const branches = field.kind === 'choice' ? field.branches : [];
    return [field.path, ...inner, ...branches.flatMap((branch) => everyPath(branch.fields))];
  });
}

/** The faults of a field and of what lies in it. */
export function faultsAt(faults: readonly FieldFault[], path: string): readonly FieldFault[] {
  return faults.filter((fault) => fault.path === path || fault.path.startsWith(`${path}/`));
}

function valueOf(field: Field, values: Values, now: number): unknown {
  const value = values[field.path];
  switch (field.kind) {
    case 'line':
    case 'text':
    case 'date':
    case 'choice':
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    case 'time':
      return typeof value === 'string' ? instantOf(value, now) : undefined;
    case 'tick':
      return value === YES ? true : undefined;
    case 'yes-no':
      return value === undefined ? undefined : value === YES;
    case 'pick':
      return value === undefined || value.length === 0 ? undefined : value;
    case 'place':
      return Number(value ?? 0) || undefined;
    case 'group':
      return emptyAsNothing(bodyOf(field.fields, values, now));
    case 'ticks':
      return ticks(field, values);
    case 'lines':
      return enough(field, linesIn(value));
    case 'times':
      return enough(
        field,
        [value ?? []].flat().flatMap((time) => instantOf(time, now) ?? []),
      );
    case 'rows':
      return enough(
        field,
        keysOf(field, values).map((key) => ({
          ...(field.isNamed ? { id: key } : {}),
          ...bodyOf(field.row(key), values, now),
        })),
      );
  }
}

function linesIn(value: Values[string] | undefined): string[] {
  const lines = typeof value === 'string' ? value.split('\n') : [];
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** No items say something only where they must be said and none is enough. */
function enough<Item>(
  { required, min }: { readonly required: boolean; readonly min: number },
  items: readonly Item[],
): readonly Item[] | undefined {
  return items.length > 0 || (required && min === 0) ? items : undefined;
}

/** Unticked boxes say no as soon as one of the group is ticked; before that nothing has been said. */
function ticks({ fields }: Extract<Field, { kind: 'ticks' }>, values: Values): Body | undefined {
  const ticked = fields.map(({ name, path }) => [name, values[path] === YES] as const);
  return ticked.some(([, isTicked]) => isTicked) ? Object.fromEntries(ticked) : undefined;
}

function instantOf(local: string, now: number): string | undefined {
  // One that was picked is that very instant.
  if (local.endsWith('Z')) return local;
  if (local === toLocalInput(now)) return new Date(now).toISOString();
  return fromLocalInput(local) ?? undefined;
}

function emptyAsNothing(body: Body): Body | undefined {
  return Object.keys(body).length === 0 ? undefined : body;
}
