import type { AnyCase, CaseEvent, Me } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { Actor } from './actor';
import { eventId } from './rattelser';

interface SinceAcknowledgedProps {
  readonly view: AnyCase;
  readonly events: readonly CaseEvent[];
  readonly me: Me;
}

/** What others have done since the reader's unit last acknowledged: what she may have planned without. */
export function SinceAcknowledged({ view, events, me }: SinceAcknowledgedProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const since = view.parties
    .filter(({ unit }) => unit.id === me.unit.id)
    .flatMap(({ acknowledgedAt }) => acknowledgedAt ?? [])
    .sort()
    .at(-1);
  if (since === undefined) return null;
  const news = events.filter(
    ({ recordedAt, actor }) =>
      recordedAt > since && actor.unit !== null && actor.unit.id !== me.unit.id,
  );
  const time = formatInstant(since, language);
  return (
    <section aria-labelledby="since">
      <h2 id="since">{t.since}</h2>
      <p>{fill(news.length === 0 ? t.nothingSince : t.sinceWhen, { time })}</p>
      {news.length > 0 && (
        <ul className="news">
          {news.map((event) => (
            <li key={event.seq}>
              <time dateTime={event.recordedAt}>{formatInstant(event.recordedAt, language)}</time>{' '}
              <a href={`#${eventId(event.seq)}`}>{event.title}</a>{' '}
              <span className="hint">
                <Actor event={event} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
