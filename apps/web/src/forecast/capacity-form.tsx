import { useState, type SubmitEvent } from 'react';
import { useChange } from '../administration/use-change';
import type { Forecast } from '../api/types';
import { fill } from '../language';
import { Button } from '../ui/button';
import { Disclosure } from '../ui/disclosure';
import { Refusal } from '../ui/refusal';
import { saidBy, typedFrom, type TypedCapacity } from './typed-capacity';
import { DayFields } from './day-fields';
import { StartFields } from './start-fields';
import { useForecastTexts, useWeekdays } from './texts';

interface CapacityFormProps {
  readonly of: Forecast['units'][number];
  readonly reload: () => Promise<void>;
}

/** What a unit can receive, as its municipality fills it in. */
export function CapacityForm({ of: { unit, version, capacity }, reload }: CapacityFormProps) {
  const t = useForecastTexts();
  const weekdays = useWeekdays();
  const [typed, setTyped] = useState<TypedCapacity>(() => typedFrom(capacity));
  const [isIncomplete, setIsIncomplete] = useState(false);
  const { send, isSending, problem } = useChange(reload);
  const put = (more: Partial<TypedCapacity>) => setTyped({ ...typed, ...more });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const said = saidBy(typed);
    setIsIncomplete(said === null);
    if (said !== null) void send(`own-units/${unit.id}/capacity`, said, version);
  };
  return (
    <Disclosure summary={fill(t.fillIn, { unit: unit.name })}>
      <form noValidate autoComplete="off" onSubmit={submit}>
        <Refusal problem={problem} />
        <p role="alert" className="hint">
          {isIncomplete && t.incomplete}
        </p>
        <fieldset className="field capacity-week">
          <legend>{t.week}</legend>
          <p className="hint">{t.weekHint}</p>
          {weekdays.map((day, index) => (
            <label key={day}>
              {day}
              <input
                inputMode="numeric"
                value={typed.week[index] ?? ''}
                onChange={({ target }) =>
                  put({ week: typed.week.map((n, at) => (at === index ? target.value : n)) })
                }
              />
            </label>
          ))}
        </fieldset>
        <DayFields days={typed.days} onChange={(days) => put({ days })} />
        <StartFields start={typed.start} onChange={(start) => put({ start })} />
        <div className="buttons">
          <Button type="submit" variant="primary" isOff={isSending}>
            {isSending ? t.saving : t.save}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
