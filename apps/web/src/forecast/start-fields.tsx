import { useCapacityTexts } from './capacity-texts';
import { useForecastTexts } from './texts';
import type { Reason, TypedCapacity } from './typed-capacity';

const REASONS: readonly Reason[] = ['staffing', 'places', 'equipment', 'other'];

interface StartFieldsProps {
  readonly start: TypedCapacity['start'];
  readonly onChange: (start: TypedCapacity['start']) => void;
}

/** Before which day nobody can be received, and why in a word. */
export function StartFields({ start, onChange }: StartFieldsProps) {
  const t = useForecastTexts();
  const words = useCapacityTexts();
  return (
    <fieldset className="field">
      <legend>{t.start}</legend>
      <div className="capacity-day">
        <label>
          {t.date}
          <input
            type="date"
            value={start.day}
            onChange={({ target }) => onChange({ ...start, day: target.value })}
          />
        </label>
        <label>
          {t.reason}
          <select
            value={start.reason}
            onChange={({ target }) => onChange({ ...start, reason: target.value as Reason })}
          >
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {words[reason]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </fieldset>
  );
}
