import type { Sip } from '../api/types';
import { choiceLabel, fieldLabel } from '../form/field-words';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { Pairs } from '../ui/pairs';
import { Phone } from '../ui/phone';
import { ProposedTimes } from './proposed-times';

/** The calendar is given what goes on, and what is off. */
const CALENDAR_LINKS: ReadonlySet<string> = new Set(['booked', 'cancelled']);

interface MeetingsProps {
  /** Of the SIP whose meeting a calendar is given; null: what is shown has been. */
  readonly id: string | null;
  readonly sip: Sip['sip'];
}

/** Who has been called and what they answer, who is invited, and the meetings. */
export function Meetings({ id: caseId, sip }: MeetingsProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const { participants, invited, meetings } = sip;
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">{t.meetings}</h2>
      {participants.length === 0 && <p>{t.nobodyCalled}</p>}
      <ProposedTimes proposed={sip.proposed} />
      <ul className="cards">
        {participants.map(({ id, unit, text, proposedAt, comment }) => (
          <li key={id} className="card">
            <h3>{unit.name}</h3>
            <p>
              <span className="state">{text}</span>
            </p>
            <p>
              <Phone number={unit.phone} />
            </p>
            {proposedAt !== null && (
              <p>{fill(t.proposes, { time: formatInstant(proposedAt, language) })}</p>
            )}
            {comment !== null && <p>{comment}</p>}
          </li>
        ))}
        {meetings.map(({ at, way, place, word, attended }, index) => (
          <li key={index} className="card">
            <h3>
              <time dateTime={at}>{formatInstant(at, language)}</time>
            </h3>
            <p>
              <span className="state">{choiceLabel('meeting', word, language)}</span>
            </p>
            <Pairs
              pairs={[
                [fieldLabel('way', language), choiceLabel('way', way, language)],
                [fieldLabel('place', language), place],
                [fieldLabel('attended', language), attended],
              ]}
            />
            {caseId !== null && index === meetings.length - 1 && CALENDAR_LINKS.has(word) && (
              <a href={`/api/v1/sips/${caseId}/meeting.ics`} className="file" download>
                {word === 'booked' ? t.addToCalendar : t.removeFromCalendar}
              </a>
            )}
          </li>
        ))}
        {invited.length > 0 && (
          <li className="card">
            <h3>{t.invited}</h3>
            <ul>
              {invited.map(({ event, who, as, contact }) => (
                <li key={event}>{[who, as, contact].filter(Boolean).join(', ')}</li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </section>
  );
}
