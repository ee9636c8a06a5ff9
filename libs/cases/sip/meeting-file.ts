import type { Directory } from '@hemgang/directory';
import type { Language, Refusal } from '@hemgang/kernel';
import { sipContext } from '@workflows/sip';
import type { CaseRows, Told } from '../case-type';
import { directoryFor, unitView } from '../names';
import { struckBy } from '../rattelse';
import { meetingCourses, type MeetingCourse, type MeetingEvent } from './meeting-courses';
import { meetingInvitation } from './meeting-invitation';

/** From whose side a meeting is written down. */
export interface MeetingSide {
  readonly unit: string;
  readonly language: Language;
  /** Of the web app, for the link to the case. */
  readonly origin: string;
}

/**
 * The latest meeting of a SIP as a file for the reader's calendar, from her unit's side.
 * @param origin of the web app
 * @returns NOT_FOUND when no meeting was ever booked, or the reader is not shown how the SIP goes
 */
export function meetingFile(
  { rows, reader: { unit, language }, directory, mask }: Told,
  origin: string,
): { readonly text: string } | Refusal {
  const events = mask.has('process') ? meetingEvents(rows) : [];
  const meeting = meetingCourses(events).at(-1);
  if (meeting === undefined) return NO_MEETING;
  return { text: textOf(meeting, rows, directory, { unit, language, origin }) };
}

const NO_MEETING: Refusal = { code: 'NOT_FOUND' };

/** A meeting as a file: the same for everybody at a unit, whether downloaded or mailed. */
export function textOf(
  meeting: MeetingCourse,
  { case: { id, state } }: Pick<CaseRows, 'case'>,
  directory: Directory,
  { unit, language, origin }: MeetingSide,
): string {
  // A calendar is seen by others than its owner: no unit whose name tells something is called by it.
  const seen = directoryFor(directory, { controller: NOBODYS, language });
  const named = (each: string) => ({ name: unitView(seen, each).name, mail: null });
  return meetingInvitation({
    ...{ meeting, caseId: id, language, link: `${origin}/sip/${id}` },
    organizer: named(sipContext(state).unit),
    attendee: named(unit),
  });
}

const NOBODYS = '';

/** What the log of a SIP says of its meetings, up to an event. */
export function meetingEvents(
  { case: { state }, log }: Pick<CaseRows, 'case' | 'log'>,
  until = Infinity,
): readonly MeetingEvent[] {
  const known = log.filter(({ seq }) => seq <= until);
  return known.map(({ seq, type, occurredAt, payload }) => {
    const by = struckBy(state, seq);
    const striker = known.find((each) => each.seq === by);
    const struck = striker === undefined ? null : { seq: striker.seq, at: striker.occurredAt };
    return { seq, type, at: occurredAt, payload, struck };
  });
}
