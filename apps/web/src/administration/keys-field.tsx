import { useId } from 'react';
import { useAdminTexts } from './texts';

/** Public keys as somebody pastes them: one, a list, or a set of them; null: no JSON. */
export function keysIn(text: string): readonly unknown[] | null {
  try {
    const read: unknown = JSON.parse(text);
    if (Array.isArray(read)) return read as unknown[];
    if (typeof read !== 'object' || read === null) return null;
    return 'keys' in read && Array.isArray(read.keys) ? (read.keys as unknown[]) : [read];
  } catch {
    return null;
  }
}

interface KeysFieldProps {
  readonly typed: string;
  readonly onChange: (typed: string) => void;
}

export function KeysField({ typed, onChange }: KeysFieldProps) {
  const t = useAdminTexts();
  const id = useId();
  const isFaulty = typed.trim() !== '' && keysIn(typed) === null;
  return (
    <div className="field">
      <label htmlFor={id}>{t.machineKeys}</label>
      <p id={`${id}-hint`} className="hint">
        {t.machineKeysHint}
      </p>
      {isFaulty && (
        <p id={`${id}-fault`} className="fault">
          {t.machineKeysFault}
        </p>
      )}
      <textarea
        id={id}
        required
        rows={5}
        spellCheck={false}
        aria-invalid={isFaulty}
        aria-describedby={isFaulty ? `${id}-hint ${id}-fault` : `${id}-hint`}
        value={typed}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
