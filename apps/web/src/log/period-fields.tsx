import { useId } from 'react';
import type { Period } from '../api/access-log';
import { useLanguage } from '../language';
import { said } from './words';

interface PeriodFieldsProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}

/** From which day to which, both included. */
export function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  const { language } = useLanguage();
  const id = useId();
  return (['from', 'to'] as const).map((end) => (
    <div className="field" key={end}>
      <label htmlFor={`${id}${end}`}>{said(end, language)}</label>
      <input
        id={`${id}${end}`}
        type="date"
        required
        value={period[end]}
        onChange={({ target }) => onChange({ ...period, [end]: target.value })}
      />
    </div>
  ));
}
