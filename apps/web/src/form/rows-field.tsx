import type { ReactNode } from 'react';
import { fill, useLanguage, useTexts } from '../language';
import { FieldNotes, notesOf, type FormState } from './field-notes';
import { fieldId, fieldLabel } from './field-words';
import { moved, RowMoves } from './row-moves';
import type { Field } from './schema';
import { keysOf } from './values';
import { Button } from '../ui/button';

interface RowsFieldProps extends FormState {
  readonly field: Extract<Field, { kind: 'rows' }>;
  /** Shows the fields of one row. */
  readonly children: (fields: readonly Field[]) => ReactNode;
}

/** Several of the same, each with fields of its own; one can be added and taken away. */
export function RowsField({ field, children, ...form }: RowsFieldProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const { formId, values, change } = form;
  const { path } = field;
  const keys = keysOf(field, values);
  const label = fieldLabel(path, language);
  const id = fieldId(formId, path);
  const nth = (index: number) => fill(t.nthOf, { what: label, n: index + 1 });
  return (
    <fieldset id={id} className="field" tabIndex={-1} aria-describedby={notesOf(form, field)}>
      <legend>{label}</legend>
      <FieldNotes field={field} {...form} />
      {keys.map((key, index) => (
        <fieldset key={key} className="field">
          <legend>{nth(index)}</legend>
          {children(field.row(key))}
          <div className="buttons">
            <RowMoves
              name={nth(index)}
              index={index}
              count={keys.length}
              onMove={(to) => change(path, moved(keys, index, to))}
            />
            <Button
              aria-label={`${t.removeRow}: ${nth(index)}`}
              onPress={() =>
                change(
                  path,
                  keys.filter((other) => other !== key),
                )
              }
            >
              {t.removeRow}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="buttons">
        <Button
          aria-label={`${t.addRow}: ${label}`}
          onPress={() => change(path, [...keys, nextKey(keys)])}
        >
          {t.addRow}
        </Button>
      </div>
    </fieldset>
  );
}

/** A key that no row has had in this form. */
function nextKey(keys: readonly string[]): string {
  const numbers = keys.map((key) => Number(/\d+$/.exec(key)?.[0] ?? 0));
  return `i${Math.max(0, ...numbers) + 1}`;
}
