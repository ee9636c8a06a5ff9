import { useId } from 'react';

interface TimeInputProps {
  readonly label: string;
  /** Swedish time, as the field holds it. */
  readonly value: string;
  readonly min?: string;
  readonly max: string;
  readonly onChange: (value: string) => void;
}

/** A day and a time of day that must be given. */
export function TimeInput({ label, onChange, ...input }: TimeInputProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        required
        {...input}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
