import { useLanguage, useTexts } from '../language';
import { FieldNotes, notesOf, type FormState } from './field-notes';
import { fieldId, fieldLabel } from './field-words';
import type { Field } from './schema';

interface ListingFieldProps extends FormState {
  readonly field: Extract<Field, { kind: 'pick' | 'place' }>;
}

/** One of a list where it may also stand that nobody has said: a hälsocentral, the goal of a measure. */
export function ListingField({ field, ...form }: ListingFieldProps) {
  const { name, path, required } = field;
  const { formId, values, picks, change } = form;
  const { language } = useLanguage();
  const t = useTexts();
  const id = fieldId(formId, path);
  const value = values[path];
  return (
    <div className="field">
      <label htmlFor={id}>
        {fieldLabel(path, language)}
        {!required && <span className="optional"> ({t.optional})</span>}
      </label>
      <FieldNotes field={field} {...form} />
      <select
        id={id}
        value={typeof value === 'string' ? value : ''}
        aria-describedby={notesOf(form, field)}
        onChange={(event) => change(path, event.target.value)}
      >
        <option value="">{t.notStated}</option>
        {(picks[name] ?? []).map(({ value: unit, label, detail }) => (
          <option key={unit} value={unit}>
            {detail === '' ? label : `${label} (${detail})`}
          </option>
        ))}
      </select>
    </div>
  );
}
