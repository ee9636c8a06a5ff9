import { fill, useLanguage, useTexts } from '../language';
import { Button } from '../ui/button';
import { FieldNotes, notesOf, type FormState } from './field-notes';
import { fieldId, fieldLabel } from './field-words';
import type { Field } from './schema';

type TimesFieldOf = Extract<Field, { kind: 'times' }>;

interface TimesFieldProps extends FormState {
  readonly field: TimesFieldOf;
}

/** Several times: ticked among those that the page knows, else each typed in a row of its own. */
export function TimesField({ field, ...form }: TimesFieldProps) {
  const { language } = useLanguage();
  const { name, path } = field;
  const known = form.picks[name];
  if (known?.length === 0) return null;
  return (
    <fieldset
      id={fieldId(form.formId, path)}
      className="field"
      tabIndex={-1}
      aria-describedby={notesOf(form, field)}
    >
      <legend>{fieldLabel(path, language)}</legend>
      <FieldNotes field={field} {...form} />
      {known === undefined ? (
        <TypedTimes field={field} {...form} />
      ) : (
        <TickedTimes field={field} {...form} />
      )}
    </fieldset>
  );
}

/** Times that the page proposes for the field of one path, before the field where any other is typed. */
export function PickedTime({ field, ...form }: FormState & { readonly field: Field }) {
  const { path } = field;
  const id = fieldId(form.formId, path);
  return form.picks[path]?.map(({ value, label, detail }) => (
    <div key={value} className="tick">
      <input
        id={`${id}-${value}`}
        type="radio"
        name={id}
        checked={form.values[path] === value}
        onChange={() => form.change(path, value)}
      />
      <label htmlFor={`${id}-${value}`}>
        {label} <span className="hint">{detail}</span>
      </label>
    </div>
  ));
}

function timesIn({ values }: FormState, { path }: Field): readonly string[] {
  return [values[path] ?? []].flat();
}

function TickedTimes({ field, ...form }: TimesFieldProps) {
  const { path, name } = field;
  const id = fieldId(form.formId, path);
  const ticked = timesIn(form, field);
  const tick = (time: string, isTicked: boolean) => {
    const others = ticked.filter((other) => other !== time);
    form.change(path, isTicked ? [...others, time] : others);
  };
  return form.picks[name]?.map(({ value, label }) => (
    <div key={value} className="tick">
      <input
        id={`${id}-${value}`}
        type="checkbox"
        checked={ticked.includes(value)}
        onChange={({ target }) => tick(value, target.checked)}
      />
      <label htmlFor={`${id}-${value}`}>{label}</label>
    </div>
  ));
}

function TypedTimes({ field, ...form }: TimesFieldProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const { path, min, max } = field;
  const typed = timesIn(form, field);
  const blank = Array.from({ length: Math.max(0, min - typed.length) }, () => '');
  const times = [...typed, ...blank];
  const label = fieldLabel(path, language);
  const set = (next: readonly string[]) => form.change(path, next);
  return (
    <>
      {times.map((time, index) => {
        const id = `${fieldId(form.formId, path)}-${index}`;
        const nth = fill(t.nthOf, { what: label, n: index + 1 });
        return (
          <div key={index} className="field">
            <label htmlFor={id}>{nth}</label>
            <div className="time-field">
              <input
                id={id}
                type="datetime-local"
                value={time}
                onChange={({ target }) => set(times.with(index, target.value))}
              />
              {times.length > min && (
                <Button
                  aria-label={`${t.removeRow}: ${nth}`}
                  onPress={() => set(times.filter((_, other) => other !== index))}
                >
                  {t.removeRow}
                </Button>
              )}
            </div>
          </div>
        );
      })}
      {times.length < max && (
        <div className="buttons">
          <Button aria-label={`${t.addRow}: ${label}`} onPress={() => set([...times, ''])}>
            {t.addRow}
          </Button>
        </div>
      )}
    </>
  );
}
