import { useId } from 'react';

interface TicksProps {
  readonly legend: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several of some answers. */
export function Ticks({ legend, options, chosen, onChange }: TicksProps) {
  const id = useId();
  const tick = (value: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <div key={value} className="tick">
          <input
            id={`${id}-${value}`}
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) => tick(value, target.checked)}
          />
          <label htmlFor={`${id}-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  );
}
