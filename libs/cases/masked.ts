import type { FieldGroup, Mask } from '@hemgang/access';

/** What a field is about, and what stands in its place for who may not see it. */
export type Field<Value = unknown> =
  | FieldGroup
  | { readonly group: FieldGroup; readonly blank: Value };

/** Every field of a view. A group alone: whoever is shown the view is shown this field. */
export type FieldsOf<View> = { readonly [Name in keyof View]-?: Field<View[Name]> };

/** The group of a field. */
export function groupOf(field: Field): FieldGroup {
  return typeof field === 'string' ? field : field.group;
}

/**
 * The view with nothing but what the mask shows: whatever built it, no other field leaves the house. What
 * is not shown need not be built.
 * @throws Error for a field that no table knows, that is shown and was not built, or that has no blank
 * and is not shown
 */
export function masked<View extends object>(
  view: Partial<View>,
  fields: FieldsOf<View>,
  mask: Mask,
): View {
  const built = view as Readonly<Record<string, unknown>>;
  const strange = Object.keys(built).find((name) => !(name in fields));
  if (strange !== undefined) throw new Error(`the field "${strange}" has no group`);
  const shown = Object.entries<Field>(fields).map(([name, field]): [string, unknown] => {
    if (mask.has(groupOf(field))) {
      if (!(name in built)) throw new Error(`the field "${name}" is shown here and was not built`);
      return [name, built[name]];
    }
    if (typeof field === 'string') throw new Error(`the field "${name}" is not shown here`);
    return [name, field.blank];
  });
  return Object.fromEntries(shown) as View;
}
