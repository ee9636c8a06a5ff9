import { timeLeft } from '../due';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { Icon } from './icon';

interface DueProps {
  readonly dueAt: string | null;
  /** The server's time in milliseconds. */
  readonly now: number;
}

/** When something is due: the time left in words first, then the exact Swedish time. */
export function Due({ dueAt, now }: DueProps) {
  const t = useTexts();
  const { language } = useLanguage();
  if (dueAt === null) return <p className="due due-calm">{t.noDue}</p>;
  const { urgency, text } = timeLeft(dueAt, now, language, t);
  return (
    <p className={`due due-${urgency}`}>
      {urgency !== 'calm' && <Icon name={urgency} />}
      <strong>{text}</strong>{' '}
      <time dateTime={dueAt}>{fill(t.dueAt, { time: formatInstant(dueAt, language) })}</time>
    </p>
  );
}
