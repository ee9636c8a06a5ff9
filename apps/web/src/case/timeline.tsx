import type { AnyCase, CaseEvent } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import type { Resource } from '../resource';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { Actor } from './actor';
import { Afterwards } from './afterwards';
import { Consequences } from './consequences';
import { eventId, RattelseButtons, RattelseLinks, type Rattelse } from './rattelser';

interface TimelineProps {
  readonly view: AnyCase;
  readonly events: Resource<readonly CaseEvent[]>;
  readonly onRattelse: Rattelse;
}

/** Everything that has happened, the latest first. */
export function Timeline({ view, events, onRattelse }: TimelineProps) {
  const t = useTexts();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.timeline}</h2>
      <Failure resource={events} />
      {events.data === null && events.problem === null && <p>{t.loading}</p>}
      <ol className="timeline" reversed>
        {[...(events.data ?? [])].reverse().map((event) => (
          <Happened key={event.seq} event={event} view={view} onRattelse={onRattelse} />
        ))}
      </ol>
    </section>
  );
}

interface HappenedProps {
  readonly event: CaseEvent;
  readonly view: AnyCase;
  readonly onRattelse: Rattelse;
}

function Happened({ event, view, onRattelse }: HappenedProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const { seq, title, occurredAt, recordedAt, struckBy } = event;
  const recorded = formatInstant(recordedAt, language);
  const occurred = formatInstant(occurredAt, language);
  return (
    <li id={eventId(seq)}>
      <p className="hint">
        <time dateTime={recordedAt}>{recorded}</time>
        {occurred !== recorded && <> ({fill(t.happenedAt, { time: occurred })})</>}
      </p>
      <h3>{struckBy === null ? title : <s>{title}</s>}</h3>
      <p>
        <Actor event={event} />
        {event.source !== null && <> ({fill(t.takenOverFrom, { source: event.source })})</>}
      </p>
      <Afterwards event={event} view={view} onAnswer={onRattelse} />
      <RattelseLinks event={event} view={view} />
      <Consequences event={event} view={view} />
      <RattelseButtons event={event} view={view} onRattelse={onRattelse} />
    </li>
  );
}
