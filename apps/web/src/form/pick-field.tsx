import { useState } from 'react';
import { fill, useLanguage, useTexts } from '../language';
import { FieldNotes, notesOf, type FormState } from './field-notes';
import { nothingToPick } from '../field-names';
import { fieldId, fieldLabel } from './field-words';
import { PickedNotes } from './picked-notes';
import { matching, SEARCH_FROM_ITEMS } from './picks';
import type { Field } from './schema';

interface PickFieldProps extends FormState {
  readonly field: Extract<Field, { kind: 'pick' }>;
}

/** One or several of what the page knows: units, messages, duties. Long lists can be searched. */
export function PickField({ field, ...form }: PickFieldProps) {
  const { name, path, many, required } = field;
  const { formId, values, picks, change } = form;
  const { language } = useLanguage();
  const t = useTexts();
  const [words, setWords] = useState('');
  const known = picks[name];
  const offered = known ?? [];
  // What is still being read is not yet nothing.
  const nothing = known?.length === 0 ? nothingToPick[name]?.[language] : undefined;
  const value = values[path] ?? [];
  const picked = typeof value === 'string' ? [value] : value;
  const shown = matching(offered, words, picked);
  const id = fieldId(formId, path);
  const toggle = (one: string, isPicked: boolean) => {
    if (!many) return change(path, one);
    return change(path, isPicked ? [...picked, one] : picked.filter((other) => other !== one));
  };
  return (
    <fieldset id={id} className="field" tabIndex={-1} aria-describedby={notesOf(form, field)}>
      <legend>
        {fieldLabel(path, language)}
        {!required && <span className="optional"> ({t.optional})</span>}
      </legend>
      <FieldNotes field={field} {...form} />
      {nothing !== undefined && <p role="status">{nothing}</p>}
      {offered.length >= SEARCH_FROM_ITEMS && (
        <div className="field">
          <label htmlFor={`${id}-search`}>{t.filterUnits}</label>
          <input
            id={`${id}-search`}
            type="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <p role="status" className="hint">
            {shown.length === 0 ? t.noUnitFound : fill(t.chosenCount, { count: picked.length })}
          </p>
        </div>
      )}
      <div className="picks">
        {shown.map((pick) => (
          <div key={pick.value} className="tick">
            <input
              id={`${id}-${pick.value}`}
              type={many ? 'checkbox' : 'radio'}
              name={many ? undefined : id}
              checked={picked.includes(pick.value)}
              onChange={(event) => toggle(pick.value, event.target.checked)}
            />
            <label htmlFor={`${id}-${pick.value}`}>
              {pick.label} <span className="hint">{pick.detail}</span>
            </label>
          </div>
        ))}
      </div>
      <PickedNotes picked={offered.filter(({ value }) => picked.includes(value))} />
    </fieldset>
  );
}
