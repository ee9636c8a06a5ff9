import { useId } from 'react';
import { serverNow } from '../api/server-time';
import { PeriodFields } from '../log/period-fields';
import { daysOf, PERIODS, type Asked } from './asked';
import { useFigureTexts } from './texts';

interface PeriodChoiceProps {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

/** Days of one's own choice, or a period that goes with time. */
export function PeriodChoice({ asked, onAsk }: PeriodChoiceProps) {
  const t = useFigureTexts();
  const id = useId();
  const choose = (value: string) => {
    const period = PERIODS.find((each) => each === value) ?? null;
    onAsk({ ...asked, ...(period === null ? {} : daysOf(period, serverNow())), period });
  };
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t.period}</label>
        <select id={id} value={asked.period ?? ''} onChange={({ target }) => choose(target.value)}>
          <option value="">{t.fixed}</option>
          {PERIODS.map((period) => (
            <option key={period} value={period}>
              {t[period]}
            </option>
          ))}
        </select>
      </div>
      <PeriodFields
        period={asked}
        onChange={({ from, to }) => onAsk({ ...asked, from, to, period: null })}
      />
    </>
  );
}
