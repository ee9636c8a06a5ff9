import type { DutyLine } from '../api/types';
import { fill, useLanguage } from '../language';
import { formatInstant } from '../time';
import { useWorklistTexts } from './texts';

/** Whether anybody at the unit has seen the case since the duty arose: text, never colour alone. */
export function Seen({ seen }: Pick<DutyLine, 'seen'>) {
  const t = useWorklistTexts();
  const { language } = useLanguage();
  if (seen === null) return <strong className="unseen">{t.notSeen}</strong>;
  const time = formatInstant(seen.at, language);
  return (
    <span className="hint">
      <span className="seen-word">{t.seen} </span>
      {time}
      {seen.by !== null && (
        <span className="seen-by">{fill(t.seenBy, { name: seen.by.name })}</span>
      )}
    </span>
  );
}
