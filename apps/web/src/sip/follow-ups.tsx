import type { Sip } from '../api/types';
import { choiceLabel } from '../form/field-words';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';

/** When the plan was followed up, with what result, and when next. */
export function FollowUps({ sip: { followUps, followUpOn } }: { readonly sip: Sip['sip'] }) {
  const t = useTexts();
  const { language } = useLanguage();
  if (followUps.length === 0 && followUpOn === null) return null;
  return (
    <section aria-labelledby="follow-ups">
      <h2 id="follow-ups">{t.followUps}</h2>
      {followUpOn !== null && <p>{fill(t.nextFollowUp, { day: followUpOn })}</p>}
      <ul>
        {[...followUps].reverse().map(({ event, at, result, notes }) => (
          <li key={event}>
            {formatInstant(at, language)}: {choiceLabel('result', result, language)}
            {notes !== null && <>. {notes}</>}
          </li>
        ))}
      </ul>
    </section>
  );
}
