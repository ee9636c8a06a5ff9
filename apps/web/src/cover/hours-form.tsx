import { useId, useState, type SubmitEvent } from 'react';
import { useChange } from '../administration/use-change';
import { Disclosure } from '../ui/disclosure';
import { Refusal } from '../ui/refusal';
import type { Hours } from './section';
import { useCoverTexts } from './texts';
import { Button } from '../ui/button';

interface HoursFormProps {
  readonly unit: string;
  readonly version: number;
  readonly before: Hours;
  readonly reload: () => Promise<void>;
}

/** A day as it is typed; two empty times: closed. */
interface TypedDay {
  readonly from: string;
  readonly to: string;
}

/** Other hours for a unit from a day on, for administrators. */
export function HoursForm({ unit, version, before, reload }: HoursFormProps) {
  const t = useCoverTexts();
  const id = useId();
  const [from, setFrom] = useState('');
  const [days, setDays] = useState<readonly TypedDay[]>([...before.days, before.red].map(typed));
  const [isIncomplete, setIsIncomplete] = useState(false);
  const { send, isSending, problem } = useChange(reload);
  const put = (index: number, more: Partial<TypedDay>) =>
    setDays(days.map((day, at) => (at === index ? { ...day, ...more } : day)));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsIncomplete(from === '');
    if (from === '') return;
    const spans = days.map(meantBy);
    void send(
      `own-units/${unit}/hours`,
      { from, days: spans.slice(0, -1), red: spans.at(-1) },
      version,
    );
  };
  return (
    <Disclosure summary={t.setHours}>
      <form noValidate autoComplete="off" onSubmit={submit}>
        <Refusal problem={problem} />
        <p role="alert" className="hint">
          {isIncomplete && t.date}
        </p>
        <div className="field">
          <label htmlFor={`${id}-from`}>{t.hoursFrom}</label>
          <input
            id={`${id}-from`}
            type="date"
            required
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
        </div>
        <p className="hint">{t.closedHint}</p>
        {days.map((day, index) => (
          <fieldset key={index} className="field day-hours">
            <legend>{t.days[index] ?? t.red}</legend>
            {(['from', 'to'] as const).map((edge) => (
              <label key={edge}>
                {edge === 'from' ? t.opens : t.closes}
                <input
                  inputMode="numeric"
                  placeholder="00:00"
                  value={day[edge]}
                  onChange={({ target }) => put(index, { [edge]: target.value.trim() })}
                />
              </label>
            ))}
          </fieldset>
        ))}
        <div className="buttons">
          <Button type="submit" variant="primary" isOff={isSending}>
            {isSending ? t.saving : t.save}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}

function typed(span: Hours['red']): TypedDay {
  return span ?? { from: '', to: '' };
}

function meantBy(day: TypedDay): TypedDay | null {
  return day.from === '' && day.to === '' ? null : day;
}
