import type { Sip } from '../api/types';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { inBoth } from '../in-both';
import { useLanguage } from '../language';
import { formatInstant } from '../time';

type Proposed = NonNullable<Sip['sip']['proposed']>;

const words = inBoth({
  heading: { sv: 'Föreslagna mötestider', en: 'Proposed times of the meeting' },
  time: { sv: 'Tid', en: 'Time' },
  can: { sv: 'Kan', en: 'Can' },
  cannot: { sv: 'Kan inte', en: 'Cannot' },
  unanswered: { sv: 'Har inte svarat', en: 'Has not answered' },
});

const ANSWERS = ['can', 'cannot', 'unanswered'] as const;

/** The times of a call that a meeting is chosen from: who can at each, who cannot, who has not said. */
export function ProposedTimes({ proposed }: { readonly proposed: Proposed | null }) {
  const { language } = useLanguage();
  const t = words[language];
  if (proposed === null) return null;
  return (
    <>
      <h3>{t.heading}</h3>
      <p>
        {fieldLabel('way', language)}: {choiceLabel('way', proposed.way, language)}
      </p>
      <div className="table" tabIndex={0} role="group" aria-label={t.heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.time}</th>
              {ANSWERS.map((answer) => (
                <th key={answer} scope="col">
                  {t[answer]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {proposed.times.map((time) => (
              <tr key={time.at}>
                <th scope="row">
                  <time dateTime={time.at}>{formatInstant(time.at, language)}</time>
                </th>
                {ANSWERS.map((answer) => (
                  <td key={answer}>{time[answer].map(({ name }) => name).join(', ') || '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
