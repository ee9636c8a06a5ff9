import { serverNow } from '../api/server-time';
import { useLanguage, useTexts } from '../language';
import { toLocalInput } from '../time';
import { municipalityNames } from '../municipality-names';
import { FieldNotes, hasFault, notesOf, type FormState } from './field-notes';
import { choiceLabel, fieldId, fieldLabel } from './field-words';
import { ListingField } from './listing-field';
import { PickField } from './pick-field';
import type { Field } from './schema';
import { RowsField } from './rows-field';
import { PickedTime, TimesField } from './times-field';
import { chosen, NO, YES } from './values';
import { Button } from '../ui/button';

interface FieldProps<Kind extends Field['kind'] = Field['kind']> extends FormState {
  readonly field: Extract<Field, { kind: Kind }>;
}

/** Fields in their order. */
export function Fields({ fields, ...form }: FormState & { readonly fields: readonly Field[] }) {
  return fields.map((field) => <OneField key={field.path} field={field} {...form} />);
}

function OneField({ field, ...form }: FieldProps) {
  switch (field.kind) {
    case 'line':
    case 'text':
    case 'time':
    case 'date':
    case 'lines':
      return <InputField field={field} {...form} />;
    case 'tick':
      return <TickField field={field} {...form} />;
    case 'yes-no':
    case 'choice':
      return <ChoiceField field={field} {...form} />;
    case 'ticks':
    case 'group':
      return <GroupField field={field} {...form} />;
    case 'pick':
      return field.name === 'listedAt' ? (
        <ListingField field={field} {...form} />
      ) : (
        <PickField field={field} {...form} />
      );
    case 'place':
      return <ListingField field={field} {...form} />;
    case 'times':
      return <TimesField field={field} {...form} />;
    case 'rows':
      return (
        <RowsField field={field} {...form}>
          {(fields) => <Fields fields={fields} {...form} />}
        </RowsField>
      );
  }
}

function InputField({ field, ...form }: FieldProps<'line' | 'text' | 'time' | 'date' | 'lines'>) {
  const { kind, name, path, required } = field;
  const { formId, values, change } = form;
  const { language } = useLanguage();
  const t = useTexts();
  const id = fieldId(formId, path);
  const value = values[path];
  const shared = {
    id,
    value: typeof value === 'string' ? value : '',
    required,
    'aria-describedby': notesOf(form, field),
    'aria-invalid': hasFault(form, field),
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {fieldLabel(path, language)}
        {!required && <span className="optional"> ({t.optional})</span>}
      </label>
      <FieldNotes field={field} {...form} />
      {kind === 'time' && <PickedTime field={field} {...form} />}
      {name === 'municipality' && (
        <select {...shared} onChange={(event) => change(path, event.target.value)}>
          <option value="">{t.notStated}</option>
          {Object.entries(municipalityNames).map(([code, municipality]) => (
            <option key={code} value={code}>
              {municipality}
            </option>
          ))}
        </select>
      )}
      {(kind === 'text' || kind === 'lines') && (
        <textarea {...shared} rows={5} onChange={(event) => change(path, event.target.value)} />
      )}
      {kind === 'line' && name !== 'municipality' && (
        <input {...shared} type="text" onChange={(event) => change(path, event.target.value)} />
      )}
      {kind === 'date' && (
        <input {...shared} type="date" onChange={(event) => change(path, event.target.value)} />
      )}
      {kind === 'time' && (
        <div className="time-field">
          <input
            {...shared}
            value={shared.value.endsWith('Z') ? toLocalInput(shared.value) : shared.value}
            type="datetime-local"
            onChange={(event) => change(path, event.target.value)}
          />
          <Button onPress={() => change(path, toLocalInput(serverNow()))}>{t.now}</Button>
        </div>
      )}
    </div>
  );
}

function TickField({ field, ...form }: FieldProps<'tick' | 'yes-no'>) {
  const { path } = field;
  const { formId, values, change } = form;
  const { language } = useLanguage();
  const id = fieldId(formId, path);
  return (
    <div className="tick">
      <input
        id={id}
        type="checkbox"
        checked={values[path] === YES}
        onChange={(event) => change(path, event.target.checked ? YES : NO)}
      />
      <label htmlFor={id}>{fieldLabel(path, language)}</label>
    </div>
  );
}

/** Nothing is chosen beforehand: the answers of these fields have consequences. */
function ChoiceField({ field, ...form }: FieldProps<'choice' | 'yes-no'>) {
  const { name, path, kind } = field;
  const { formId, values, change } = form;
  const { language } = useLanguage();
  const t = useTexts();
  const options =
    kind === 'choice'
      ? field.branches.map(({ value }) => ({ value, label: choiceLabel(name, value, language) }))
      : [
          { value: YES, label: t.yes },
          { value: NO, label: t.no },
        ];
  return (
    <>
      <fieldset
        id={fieldId(formId, path)}
        className="field"
        tabIndex={-1}
        aria-describedby={notesOf(form, field)}
      >
        <legend>{fieldLabel(path, language)}</legend>
        <FieldNotes field={field} {...form} />
        {options.map(({ value, label }) => (
          <div key={value} className="tick">
            <input
              id={`${fieldId(formId, path)}-${value}`}
              type="radio"
              name={fieldId(formId, path)}
              checked={values[path] === value}
              onChange={() => change(path, value)}
            />
            <label htmlFor={`${fieldId(formId, path)}-${value}`}>{label}</label>
          </div>
        ))}
      </fieldset>
      {kind === 'choice' && <Fields fields={chosen(field, values)} {...form} />}
    </>
  );
}

function GroupField({ field, ...form }: FieldProps<'group' | 'ticks'>) {
  const { path, fields, kind } = field;
  const { language } = useLanguage();
  return (
    <fieldset
      id={fieldId(form.formId, path)}
      className="field"
      tabIndex={-1}
      aria-describedby={notesOf(form, field)}
    >
      <legend>{fieldLabel(path, language)}</legend>
      <FieldNotes field={field} {...form} />
      {kind === 'group' ? (
        <Fields fields={fields} {...form} />
      ) : (
        fields.map((one) =>
          one.kind === 'tick' || one.kind === 'yes-no' ? (
            <TickField key={one.path} field={one} {...form} />
          ) : null,
        )
      )}
    </fieldset>
  );
}
