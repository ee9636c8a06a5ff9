import { faultText, fieldId, fieldLabel } from '../form/field-words';
import type { FormState } from '../form/field-notes';
import { moved, RowMoves } from '../form/row-moves';
import type { Field } from '../form/schema';
import { faultsAt } from '../form/values';
import { fill, useLanguage, useTexts } from '../language';
import { Button } from '../ui/button';

interface LinesAsRowsProps extends FormState {
  readonly field: Extract<Field, { kind: 'lines' }>;
}

/** Several texts, each in a row of its own that can be added, moved and taken away by buttons. */
export function LinesAsRows({ field, ...form }: LinesAsRowsProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const { formId, values, change } = form;
  const { path } = field;
  const own = faultsAt(form.faults, path);
  const value = values[path];
  const lines = typeof value === 'string' ? value.split('\n') : [''];
  const label = fieldLabel(path, language);
  const nth = (index: number) => fill(t.nthOf, { what: label, n: index + 1 });
  const idOf = (index: number) => `${fieldId(formId, path)}-${index}`;
  const set = (next: readonly string[]) => change(path, next.join('\n'));
  const focusSoon = (index: number) =>
    requestAnimationFrame(() => document.getElementById(idOf(index))?.focus());
  return (
    <fieldset
      id={fieldId(formId, path)}
      className="field"
      tabIndex={-1}
      aria-describedby={own.length === 0 ? undefined : `${fieldId(formId, path)}-fault`}
    >
      <legend>{label}</legend>
      {own.length > 0 && (
        <p id={`${fieldId(formId, path)}-fault`} className="fault">
          {own.map((fault) => faultText(fault, language)).join(' ')}
        </p>
      )}
      {lines.map((line, index) => (
        <LineRow
          key={index}
          id={idOf(index)}
          label={nth(index)}
          line={line}
          index={index}
          count={lines.length}
          onWrite={(text) => set(lines.with(index, text))}
          onMove={(to) => {
            set(moved(lines, index, to));
            focusSoon(to);
          }}
          onRemove={() => {
            set(lines.filter((_, other) => other !== index));
            focusSoon(Math.max(0, index - 1));
          }}
        />
      ))}
      <div className="buttons">
        <Button
          aria-label={`${t.addRow}: ${label}`}
          onPress={() => {
            set([...lines, '']);
            focusSoon(lines.length);
          }}
        >
          {t.addRow}
        </Button>
      </div>
    </fieldset>
  );
}

interface LineRowProps {
  readonly id: string;
  readonly label: string;
  readonly line: string;
  readonly index: number;
  readonly count: number;
  readonly onWrite: (text: string) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function LineRow(props: LineRowProps) {
  const { id, label, line, index, count, onWrite, onMove, onRemove } = props;
  const t = useTexts();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        value={line}
        onChange={({ target }) => onWrite(target.value.replaceAll('\n', ' '))}
      />
      <div className="buttons">
        <RowMoves name={label} index={index} count={count} onMove={onMove} />
        {count > 1 && (
          <Button aria-label={`${t.removeRow}: ${label}`} onPress={onRemove}>
            {t.removeRow}
          </Button>
        )}
      </div>
    </div>
  );
}
