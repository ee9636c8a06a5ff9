import type { Receivers } from '../api/types';
import { fill, useLanguage } from '../language';
import { formatLocalDay } from '../time';
import { useCapacityTexts } from './capacity-texts';

/** Days that a ward looks at; what lies further ahead it finds with the municipality. */
const DAYS_SHOWN = 7;

/** What the municipality's units can receive, to a ward that sets a day. */
export function CapacityAdvice({ capacity }: Pick<Receivers, 'capacity'>) {
  const t = useCapacityTexts();
  const { language } = useLanguage();
  if (capacity.length === 0) return null;
  return (
    <section className="message" aria-labelledby="capacity-advice">
      <h4 id="capacity-advice">{t.capacity}</h4>
      <ul>
        {capacity.map(({ unit, start, days }) => {
          const first =
            start === null
              ? []
              : [
                  fill(t.earliest, {
                    day: formatLocalDay(start.day, language),
                    reason: t[start.reason],
                  }),
                ];
          // Before its start there is no place to tell of.
          const open = days.filter(({ day }) => start === null || day >= start.day);
          const booked = open.slice(0, DAYS_SHOWN).map(({ day, expected, places }) =>
            fill(t.booked, {
              expected: String(expected),
              places: String(places),
              day: formatLocalDay(day, language),
            }),
          );
          return (
            <li key={unit.id}>
              <strong>{unit.name}</strong>: {[...first, booked.join(', ')].join('. ')}
            </li>
          );
        })}
      </ul>
      <p className="hint">{t.adviceOnly}</p>
    </section>
  );
}
