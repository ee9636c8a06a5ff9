/** JSON Schema 2020-12 as far as the bodies of commands use it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface FieldBase {
  /** The last step of `path`; what the field is called in fieldWords. */
  readonly name: string;
  /** JSON pointer into the body, as the server names faulty fields. */
  readonly path: string;
  readonly required: boolean;
}

type PlainKind = 'line' | 'text' | 'time' | 'date' | 'tick' | 'yes-no';

/** Something that a person fills in. */
export type Field =
  | { [Kind in PlainKind]: FieldBase & { readonly kind: Kind } }[PlainKind]
  /** One id, or several, of things that the page knows. */
  | (FieldBase & { readonly kind: 'pick'; readonly many: boolean })
  /** Which of a list that is typed in the same form, by its number. */
  | (FieldBase & { readonly kind: 'place' })
  | (FieldBase & { readonly kind: 'group'; readonly fields: readonly Field[] })
  /** Several texts, one on each line. */
  | (FieldBase & { readonly kind: 'lines'; readonly min: number })
  /** Several times. */
  | (FieldBase & { readonly kind: 'times'; readonly min: number; readonly max: number })
  /** Several of the same: each has a key of its own, which is its `id` where it has one. */
  | (FieldBase & {
      readonly kind: 'rows';
      readonly min: number;
      readonly isNamed: boolean;
      readonly row: (key: string) => readonly Field[];
    })
  /** A group of yes and no, of which one at least is yes. */
  | (FieldBase & { readonly kind: 'ticks'; readonly fields: readonly Field[] })
  /** One of fixed answers, or which of several bodies it is: then each has fields of its own. */
  | (FieldBase & { readonly kind: 'choice'; readonly branches: readonly Branch[] });

interface Branch {
  readonly value: string;
  readonly fields: readonly Field[];
}

/** Longer texts than this need several lines (the server's one-line texts have 200 characters). */
const LINE_LENGTH_MAX = 200;

/** What ids look like: they are picked from what the page knows, never typed. */
export const ID_PATTERN = '^[a-z0-9][a-z0-9.-]*$';

/**
 * The fields of a body in the order in which its schema names them.
 * @param given fields that the page fills in itself
 * @param components what `$ref` points into
 */
export function fieldsOf(
  schema: Schema,
  components: Readonly<Record<string, Schema>>,
  given: readonly string[],
): readonly Field[] {
  return new Reader(components, given).fields(schema, '');
}

class Reader {
  constructor(
    private readonly components: Readonly<Record<string, Schema>>,
    private readonly given: readonly string[],
  ) {}

  fields(from: Schema, path: string): Field[] {
    const schema = this.whole(from);
    const own = Object.entries(schema.properties ?? {})
      .filter(([name]) => !this.given.includes(name))
      .map(([name, property]) =>
        this.field(property, {
          name,
          path: `${path}/${name}`,
          required: schema.required?.includes(name) ?? false,
        }),
      );
    const branches = schema.oneOf ?? schema.anyOf;
    return branches === undefined ? own : [...this.choice(branches, path), ...own];
  }

  private field(from: Schema, base: FieldBase): Field {
    const schema = this.whole(from);
    const items = schema.items && this.whole(schema.items);
    if ((items ?? schema).pattern === ID_PATTERN) return pick(base, items !== undefined);
    if (items?.format === 'date-time') {
      const { minItems: min = 0, maxItems: max = Infinity } = schema;
      return { ...base, kind: 'times', min, max };
    }
    if (items !== undefined) return this.list(items, schema.minItems ?? 0, base);
    if (schema.enum !== undefined) {
      const branches = schema.enum.map((value) => ({ value: String(value), fields: [] }));
      return { ...base, kind: 'choice', branches };
    }
    if (schema.type === 'integer') return { ...base, kind: 'place' };
    if (schema.type === 'boolean') return { ...base, kind: base.required ? 'yes-no' : 'tick' };
    if (schema.format === 'date-time') return { ...base, kind: 'time' };
    if (schema.format === 'date') return { ...base, kind: 'date' };
    if (Object.keys(schema.properties ?? {}).length > 0) return this.group(schema, base);
    const isLine = (schema.maxLength ?? 0) <= LINE_LENGTH_MAX;
    return { ...base, kind: isLine ? 'line' : 'text' };
  }

  private list(items: Schema, min: number, base: FieldBase): Field {
    if (items.properties === undefined || Object.keys(items.properties).length === 0) {
      return { ...base, kind: 'lines', min };
    }
    const { id, ...properties } = items.properties;
    const isNamed = id?.pattern === ID_PATTERN;
    const item = { ...items, properties: isNamed ? properties : items.properties };
    const row = (key: string) => this.fields(item, `${base.path}/${key}`);
    return { ...base, kind: 'rows', min, isNamed, row };
  }

  private group(schema: Schema, base: FieldBase): Field {
    const fields = this.fields(schema, base.path);
    const isTicks = fields.every(({ kind }) => kind === 'yes-no' || kind === 'tick');
    return { ...base, kind: isTicks ? 'ticks' : 'group', fields };
  }

  /**
   * The one field whose value tells the branches apart, with what each of them asks for besides;
   * after it what all of them ask for.
   */
  private choice(branches: readonly Schema[], path: string): Field[] {
    const properties = branches.map((branch) => this.whole(branch).properties ?? {});
    const answers = (property: Schema | undefined): readonly unknown[] => {
      const whole = this.whole(property ?? {});
      return whole.enum ?? (whole.const === undefined ? [] : [whole.const]);
    };
    const isFixed = (property: Schema | undefined) => answers(property).length > 0;
    const name = Object.keys(properties[0] ?? {}).find((one) => isFixed(properties[0]?.[one]));
    if (name === undefined) return [];
    const read = branches.map((branch) => this.fields(branch, path));
    const isShared = (field: Field) =>
      properties.every((one) => Object.hasOwn(one, field.name)) && field.name !== name;
    return [
      {
        name,
        path: `${path}/${name}`,
        required: true,
        kind: 'choice',
        branches: properties.flatMap((one, index) =>
          answers(one[name]).map((answer) => ({
            value: String(answer),
            fields: (read[index] ?? []).filter((field) => field.name !== name && !isShared(field)),
          })),
        ),
      },
      ...(read[0] ?? []).filter(isShared),
    ];
  }

  /** A schema with its reference followed and its `allOf` put together. */
  private whole(schema: Schema): Schema {
    const { $ref, allOf, ...own } = schema;
    const parts = [
      ...($ref === undefined ? [] : [this.components[$ref.split('/').at(-1) ?? ''] ?? {}]),
      ...(allOf ?? []),
    ];
    return parts
      .map((part) => this.whole(part))
      .reduce<Schema>(
        (all, part) => ({
          ...part,
          ...all,
          properties: { ...all.properties, ...part.properties },
          required: [...(all.required ?? []), ...(part.required ?? [])],
        }),
        own,
      );
  }
}

/**
 * A list is never left empty, also where the server would let it be left out: it would then mean all
 * of them, while the form shows none.
 */
function pick(base: FieldBase, many: boolean): Field {
  return { ...base, kind: 'pick', many, required: base.required || many };
}
