import type { Case, CaseEvent } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import type { Resource } from '../resource';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { outcomeWords } from '../words';
import { Facts } from './facts';
import { unitNamesOf } from './unit-names';

interface TimelineProps {
  readonly view: Case;
  readonly events: Resource<readonly CaseEvent[]>;
}

/** Everything that has happened, the latest first. */
export function Timeline({ view, events }: TimelineProps) {
  const t = useTexts();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.timeline}</h2>
      <Failure resource={events} />
      {events.data === null && events.problem === null && <p>{t.loading}</p>}
      <ol className="timeline" reversed>
        {[...(events.data ?? [])].reverse().map((event) => (
          <Happened key={event.seq} event={event} view={view} />
        ))}
      </ol>
    </section>
  );
}

interface HappenedProps {
  readonly event: CaseEvent;
  readonly view: Case;
}

function Happened({ event, view }: HappenedProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const { title, occurredAt, recordedAt, facts, opened, closed } = event;
  const recorded = formatInstant(recordedAt, language);
  const occurred = formatInstant(occurredAt, language);
  const hasMore = Object.keys(facts).length + opened.length + closed.length > 0;
  return (
    <li>
      <p className="hint">
        <time dateTime={recordedAt}>{recorded}</time>
        {occurred !== recorded && <> ({fill(t.happenedAt, { time: occurred })})</>}
      </p>
      <h3>{title}</h3>
      <p>
        <Actor event={event} />
      </p>
      {hasMore && (
        <details>
          <summary>{t.details}</summary>
          <Facts facts={facts} unitNames={unitNamesOf(view)} />
          <ul className="changes">
            {opened.map(({ id, title: duty }) => (
              <li key={id}>
                {t.opened}: {duty} ({unitOf(id, view)})
              </li>
            ))}
            {closed.map(({ id, title: duty, outcome }) => (
              <li key={id}>
                {outcomeWords[outcome]?.[language] ?? outcome}: {duty} ({unitOf(id, view)})
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** Several units get duties of the same name; the unit tells them apart. */
function unitOf(duty: string, { duties }: Case): string {
  return duties.find(({ id }) => id === duty)?.owner.unit.name ?? '';
}

/** Who did it: a person at a unit, or Hemgång itself. */
export function Actor({ event }: { readonly event: CaseEvent }) {
  const t = useTexts();
  const { person, unit } = event.actor;
  const names = [person?.name, unit?.name].filter((name) => name !== undefined);
  return names.length === 0 ? t.bySystem : names.join(', ');
}
