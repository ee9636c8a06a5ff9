import type { FieldFault } from '../api/answer';
import { useLanguage, useTexts, type Texts } from '../language';
import { faultText, fieldHint, fieldId } from './field-words';
import type { Picks } from './picks';
import type { Field } from './schema';
import { faultsAt, type Values } from './values';

/** What every field of a form knows about the form. */
export interface FormState {
  readonly formId: string;
  readonly values: Values;
  readonly faults: readonly FieldFault[];
  readonly picks: Picks;
  readonly change: (path: string, value: Values[string]) => void;
}

/** The hint and the faults of a field, where its `aria-describedby` finds them. */
export function FieldNotes({ field, formId, faults }: FormState & { readonly field: Field }) {
  const { language } = useLanguage();
  const t = useTexts();
  const { path, kind } = field;
  const hint = kindHint(kind, t) ?? fieldHint(path, language);
  const own = ownFaults(field, faults);
  const id = fieldId(formId, path);
  return (
    <>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {own.length > 0 && (
        <p id={`${id}-fault`} className="fault">
          {own.map((fault) => faultText(fault, language)).join(' ')}
        </p>
      )}
    </>
  );
}

function kindHint(kind: Field['kind'], t: Texts): string | undefined {
  if (kind === 'time') return t.swedishTime;
  return kind === 'lines' ? t.oneOnEachLine : undefined;
}

/** The ids of a field's hint and faults, for those who do not see that they stand beside it. */
export function notesOf(form: FormState, field: Field): string | undefined {
  const id = fieldId(form.formId, field.path);
  const hasHint =
    ['time', 'lines'].includes(field.kind) || fieldHint(field.path, 'sv') !== undefined;
  const ids = [hasHint && `${id}-hint`, hasFault(form, field) && `${id}-fault`].filter(
    (one) => one !== false,
  );
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Whether the server or the form itself found something wrong with the field. */
export function hasFault({ faults }: FormState, field: Field): boolean {
  return ownFaults(field, faults).length > 0;
}

function ownFaults(field: Field, faults: readonly FieldFault[]): readonly FieldFault[] {
  // A group shows only what is wrong with itself; its fields show the rest.
  return field.kind === 'group'
    ? faults.filter(({ path }) => path === field.path)
    : faultsAt(faults, field.path);
}
