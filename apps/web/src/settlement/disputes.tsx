import type { Settlement } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';

type DisputesProps = Pick<Settlement['settlement'], 'disputes' | 'rows'>;

/** What the sides do not agree on, with what each has written. */
export function Disputes({ disputes, rows }: DisputesProps) {
  const t = useTexts();
  const { language } = useLanguage();
  if (disputes.length === 0) return null;
  return (
    <section aria-labelledby="disputes">
      <h2 id="disputes">{t.disputes}</h2>
      <ul className="cards">
        {disputes.map(({ id, row: about, stateText, answerBy, silent, silenceText, thread }) => {
          const row = rows.find((each) => each.id === about);
          return (
            <li key={id} className="card">
              <h3>{row === undefined ? about : `${row.pseudonym}, ${row.date}`}</h3>
              <p>
                <span className="state">{stateText}</span>
              </p>
              <p className="hint">
                {silent ? silenceText : fill(t.dueAt, { time: formatInstant(answerBy, language) })}
              </p>
              <ul>
                {thread.map(({ seq, at, unit, text }) => (
                  <li key={seq}>
                    {unit?.name}, {formatInstant(at, language)}: {text}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
