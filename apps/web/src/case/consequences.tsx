import type { AnyCase, CaseEvent } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { outcomeWords } from '../words';
import { Facts } from './facts';
import { unitNamesOf } from './unit-names';

interface ConsequencesProps {
  readonly event: CaseEvent;
  readonly view: AnyCase;
}

/** What an event said and what it led to: duties that began, ended or got another time, who was told. */
export function Consequences({ event, view }: ConsequencesProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const { opened, closed, moved, told } = event;
  // Files are fetched where the message stands; here they would be numbers.
  const { attachments: _, ...facts } = event.facts;
  const count = Object.keys(facts).length + opened.length + closed.length + moved.length;
  if (count + told.length === 0) return null;
  const time = (at: string | null) => (at === null ? t.noDue : formatInstant(at, language));
  return (
    <details>
      <summary>{t.details}</summary>
      <Facts facts={facts} unitNames={unitNamesOf(view)} />
      <ul className="changes">
        {opened.map(({ id, title }) => (
          <li key={id}>
            {t.opened}: {title} ({unitOf(id, view)})
          </li>
        ))}
        {closed.map(({ id, title, outcome }) => (
          <li key={id}>
            {outcomeWords[outcome]?.[language] ?? outcome}: {title} ({unitOf(id, view)})
          </li>
        ))}
        {moved.map(({ id, title, before, after }) => (
          <li key={id}>
            {t.movedDuty}:{' '}
            {fill(t.fromTo, {
              duty: title,
              unit: after.unit.name,
              before: time(before.dueAt),
              after: time(after.dueAt),
            })}
          </li>
        ))}
        {told.length > 0 && (
          <li>
            {t.toldTo}: {told.map(({ name }) => name).join(', ')}
          </li>
        )}
      </ul>
    </details>
  );
}

/** Several units get duties of the same name; the unit tells them apart. */
function unitOf(duty: string, { duties }: AnyCase): string {
  return duties.find(({ id }) => id === duty)?.owner.unit.name ?? '';
}
