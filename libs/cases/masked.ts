import type { FieldGroup, Mask } from '@hemgang/access';

/** What a field is about, and what stands in its place for who may not see it. */
export type Field<Value = unknown> =
  FieldGroup | { readonly group: FieldGroup; readonly blank: Value };

/** Every field of a view. A group alone: whoever is shown the view is shown this field. */
export type FieldsOf<View> = { readonly [Name in keyof View]-?: Field<View[Name]> };

/** The group of a field. */
export function groupOf(field: Field): FieldGroup {
  return typeof field === 'string' ? field : field.group;
}

/**
 * The view with nothing but what the mask shows: whatever built it, no other field leaves the house.
 * @throws Error for a field that no table knows, or that has no blank and is not shown
 */
export function masked<View extends object>(view: View, fields: FieldsOf<View>, mask: Mask): View {
  const table = fields as Readonly<Record<string, Field | undefined>>;
  const shown = Object.entries(view).map(([name, value]): [string, unknown] => {
    const field = table[name];
    if (field === undefined) throw new Error(`the field "${name}" has no group`);
    if (mask.has(groupOf(field))) return [name, value];
    if (typeof field === 'string') throw new Error(`the field "${name}" is not shown here`);
    return [name, field.blank];
  });
  return Object.fromEntries(shown) as View;
}
