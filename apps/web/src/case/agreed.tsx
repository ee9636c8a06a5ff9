import type { Case } from '../api/types';
import { choiceLabel } from '../form/field-words';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { Icon } from '../ui/icon';

/** What the parties have promised each other, and the ward's one list before going home. */
export function Agreed({ view }: { readonly view: Case }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { ataganden, readiness } = view;
  if (ataganden.length === 0 && readiness.length === 0) return null;
  return (
    <section aria-labelledby="agreed">
      <h2 id="agreed">{t.agreed}</h2>
      <div className="cards">
        {ataganden.length > 0 && (
          <div className="card">
            <h3>{t.ataganden}</h3>
            <ul>
              {ataganden.map(({ id, text, owner, dueAt, wordText }) => (
                <li key={id}>
                  {text ?? t.wordsNotTold} <span className="state">{wordText}</span>
                  <br />
                  <span className="hint">
                    {owner.name}, {fill(t.dueAt, { time: formatInstant(dueAt, language) })}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {readiness.length > 0 && (
          <div className="card">
            <h3>{t.readiness}</h3>
            <ul className="ticks">
              {readiness.map(({ item, text, status, unit, at }) => (
                <li key={item}>
                  {status === 'done' && <Icon name="done" />}
                  {text}: {choiceLabel('status', status, language)}
                  {unit !== null && at !== null && (
                    <span className="hint">
                      {' '}
                      ({unit.name}, {formatInstant(at, language)})
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
