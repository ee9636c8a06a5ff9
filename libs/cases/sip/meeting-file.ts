import type { Refusal } from '@hemgang/kernel';
import { sipContext } from '@workflows/sip';
import type { Told } from '../case-type';
import { directoryFor, unitView } from '../names';
import { struckBy } from '../rattelse';
import { meetingCourses, type MeetingEvent } from './meeting-courses';
import { meetingInvitation } from './meeting-invitation';

/**
 * The latest meeting of a SIP as a file for the reader's calendar, from her unit's side.
 * @param origin of the web app, for the link to the case
 * @returns NOT_FOUND when no meeting was ever booked, or the reader is not shown how the SIP goes
 */
export function meetingFile(
  { rows, reader, directory, mask }: Told,
  origin: string,
): { readonly text: string } | Refusal {
  const { state, id } = rows.case;
  const meeting = mask.has('process') ? meetingCourses(eventsOf(rows)).at(-1) : undefined;
  if (meeting === undefined) return NO_MEETING;
  // A calendar is seen by others than its owner: no unit whose name tells something is called by it.
  const seen = directoryFor(directory, { controller: NOBODYS, language: reader.language });
  const named = (unit: string) => ({ name: unitView(seen, unit).name, mail: null });
  const text = meetingInvitation({
    ...{ meeting, caseId: id, language: reader.language, link: `${origin}/sip/${id}` },
    organizer: named(sipContext(state).unit),
    attendee: named(reader.unit),
  });
  return { text };
}

const NOBODYS = '';

const NO_MEETING: Refusal = { code: 'NOT_FOUND' };

function eventsOf({ case: { state }, log }: Told['rows']): readonly MeetingEvent[] {
  return log.map(({ seq, type, occurredAt, payload }) => {
    const by = struckBy(state, seq);
    const striker = log.find((each) => each.seq === by);
    const struck = striker === undefined ? null : { seq: striker.seq, at: striker.occurredAt };
    return { seq, type, at: occurredAt, payload, struck };
  });
}
