import {
  HOUR_MS,
  localDate,
  localTime,
  plusMs,
  type Instant,
  type Language,
  type Text,
} from '@hemgang/kernel';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { MeetingCourse } from './meeting-courses';
import { STOCKHOLM, stockholmTimezone } from './stockholm-timezone';

/** A meeting as a file for a calendar. It has no field for anything of a person. */
export interface MeetingInvitation {
  readonly meeting: MeetingCourse;
  readonly caseId: string;
  /** The unit that answers for the SIP. */
  readonly organizer: CalendarParty;
  readonly attendee: CalendarParty;
  /** To the page of the case, which shows the place to whoever is signed in. */
  readonly link: string;
  readonly language: Language;
}

/** A unit; what has no address to be mailed at is named all the same. */
interface CalendarParty {
  readonly name: string;
  readonly mail: string | null;
}

/** An assumption: what is booked has a beginning and no end. */
const MEETING_MS = HOUR_MS;

const NO_MAIL = 'no-mail@hemgang.invalid';

const SUMMARY: Text = { sv: 'SIP-möte', en: 'SIP meeting' };
const DESCRIPTION: Text = {
  sv: 'Plats och mer står i Hemgång. Logga in och öppna:',
  en: 'The place and more are shown in Hemgång. Sign in and open:',
};

/**
 * The file (RFC 5545, RFC 5546): an invitation, or a cancellation once the meeting is off. The same
 * meeting always has the same UID, and every change of it a higher SEQUENCE.
 */
export function meetingInvitation(invitation: MeetingInvitation): string {
  const { meeting, caseId, organizer, attendee, link, language } = invitation;
  const isOff = meeting.status === 'cancelled';
  const calendar = ical({
    prodId: { company: 'hemgang', product: 'hemgang', language: language.toUpperCase() },
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    timezone: { name: null, generator: stockholmTimezone },
  });
  const event = calendar.createEvent({
    id: meetingUid(caseId, meeting),
    sequence: meeting.sequence,
    stamp: new Date(meeting.changedAt),
    ...timesOf(meeting.startsAt),
    summary: SUMMARY[language],
    description: `${DESCRIPTION[language]}\n${link}`,
    url: link,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: partyOf(organizer),
  });
  event.createAttendee(partyOf(attendee));
  return calendar.toString();
}

/** What calendars know a meeting by: the same however often it is moved. */
export function meetingUid(caseId: string, { booked }: MeetingCourse): string {
  return `sip-${caseId}-${booked}@hemgang`;
}

/**
 * A name is a parameter of the file, where the format has no way to write a quotation mark, and some
 * calendars cut it at a semicolon or colon.
 */
function partyOf({ name, mail }: CalendarParty): { name: string; email: string } {
  return { name: name.replaceAll('"', "'").replaceAll(/[;:]/g, ','), email: mail ?? NO_MAIL };
}

/**
 * Times by the Swedish clock, so that a calendar shows what was agreed. In the hour that comes twice
 * in the autumn the clock says too little: then in UTC.
 */
function timesOf(startsAt: Instant): { start: Date; end: Date; timezone: string | null } {
  const endsAt = plusMs(startsAt, MEETING_MS);
  return saysAll(startsAt) && saysAll(endsAt)
    ? { start: clockOf(startsAt), end: clockOf(endsAt), timezone: STOCKHOLM }
    : { start: new Date(startsAt), end: new Date(endsAt), timezone: null };
}

/** Whether the Swedish clock shows this minute once only. */
function saysAll(at: Instant): boolean {
  const shown = [-HOUR_MS, HOUR_MS].map((ms) => clockOf(plusMs(at, ms)).getTime());
  return !shown.includes(clockOf(at).getTime());
}

/** What the Swedish clock shows, as if it were UTC: the generator writes it down as it is. */
function clockOf(at: Instant): Date {
  return new Date(`${localDate(at)}T${localTime(at)}:00.000Z`);
}
