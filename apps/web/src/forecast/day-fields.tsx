import { Button } from '../ui/button';
import { useForecastTexts } from './texts';
import type { TypedDay } from './typed-capacity';

interface DayFieldsProps {
  readonly days: readonly TypedDay[];
  readonly onChange: (days: readonly TypedDay[]) => void;
}

/** Days on which another number holds than the weekday's. */
export function DayFields({ days, onChange }: DayFieldsProps) {
  const t = useForecastTexts();
  const put = (index: number, more: Partial<TypedDay>) =>
    onChange(days.map((each, at) => (at === index ? { ...each, ...more } : each)));
  return (
    <fieldset className="field">
      <legend>{t.days}</legend>
      {days.map(({ day, places }, index) => (
        <div key={index} className="capacity-day">
          <label>
            {t.date}
            <input
              type="date"
              value={day}
              onChange={({ target }) => put(index, { day: target.value })}
            />
          </label>
          <label>
            {t.number}
            <input
              inputMode="numeric"
              value={places}
              onChange={({ target }) => put(index, { places: target.value })}
            />
          </label>
          <Button
            variant="plain"
            isSmall
            onPress={() => onChange(days.filter((_, at) => at !== index))}
          >
            {t.removeDay}
          </Button>
        </div>
      ))}
      <Button isSmall onPress={() => onChange([...days, { day: '', places: '' }])}>
        {t.addDay}
      </Button>
    </fieldset>
  );
}
