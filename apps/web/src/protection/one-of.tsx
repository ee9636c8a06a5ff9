import { useId } from 'react';

/** One of several answers, each with what it means. */
export interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  readonly means?: string;
}

interface OneOfProps<Value> {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value) => void;
}

/** Nothing is chosen beforehand: these answers have consequences. */
export function OneOf<Value>({ legend, options, chosen, onChoose }: OneOfProps<Value>) {
  const id = useId();
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {options.map(({ value, label, means }, place) => (
        <div key={label} className="tick">
          <input
            id={`${id}-${place}`}
            type="radio"
            name={id}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <label htmlFor={`${id}-${place}`}>
            {label}
            {means !== undefined && <span className="hint"> {means}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
