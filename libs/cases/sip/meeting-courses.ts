import type { Instant } from '@hemgang/kernel';

/** An event of a SIP as far as it says something of a meeting. */
export interface MeetingEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The makulering that took it back; null while it stands. */
  readonly struck: { readonly seq: number; readonly at: Instant } | null;
}

/** One meeting from its booking on: a moved one stays the same, one booked after a cancelling is another. */
export interface MeetingCourse {
  /** The event that booked it. */
  readonly booked: number;
  readonly startsAt: Instant;
  readonly status: 'booked' | 'cancelled' | 'held';
  /** Rises with every event that changed it, a makulering too; 0 at its booking. */
  readonly sequence: number;
  readonly changedAt: Instant;
}

const ENDINGS: Readonly<Record<string, MeetingCourse['status']>> = {
  'cancel-meeting': 'cancelled',
  'withdraw-call': 'cancelled',
  'withdraw-consent': 'cancelled',
  'decline-sip': 'cancelled',
  'hold-meeting': 'held',
};

/** Every meeting of a SIP by its events, oldest first; those that say nothing of a meeting may be among them. */
export function meetingCourses(events: readonly MeetingEvent[]): readonly MeetingCourse[] {
  return events.reduce<readonly MeetingCourse[]>(afterEvent, []);
}

function afterEvent(
  courses: readonly MeetingCourse[],
  event: MeetingEvent,
): readonly MeetingCourse[] {
  const open = courses.at(-1);
  const isOpen = open?.status === 'booked';
  const startsAt = startIn(event);
  if (startsAt !== null) {
    return isOpen
      ? [...courses.slice(0, -1), changed(open, event, { startsAt })]
      : [...courses, bookedBy(event, startsAt)];
  }
  const status = ENDINGS[event.type];
  return isOpen && status !== undefined
    ? [...courses.slice(0, -1), changed(open, event, { status })]
    : courses;
}

function bookedBy({ seq, at, struck }: MeetingEvent, startsAt: Instant): MeetingCourse {
  return {
    ...{ booked: seq, startsAt, status: struck === null ? 'booked' : 'cancelled' },
    ...{ sequence: (struck?.seq ?? seq) - seq, changedAt: struck?.at ?? at },
  };
}

/** What was taken back leaves the meeting as it was, and is a change all the same: calendars have it. */
function changed(
  course: MeetingCourse,
  { seq, at, struck }: MeetingEvent,
  change: Pick<MeetingCourse, 'startsAt'> | Pick<MeetingCourse, 'status'>,
): MeetingCourse {
  const sequence = Math.max(course.sequence, (struck?.seq ?? seq) - course.booked);
  const isLatest = sequence > course.sequence;
  return {
    ...course,
    ...(struck === null && change),
    sequence,
    changedAt: isLatest ? (struck?.at ?? at) : course.changedAt,
  };
}

/** When the meeting begins that an event sets; null when it sets none. */
function startIn({ type, payload }: MeetingEvent): Instant | null {
  const meeting = type === 'call' ? payload['meeting'] : isSetting(type) ? payload : undefined;
  return (meeting as { readonly at: Instant } | undefined)?.at ?? null;
}

function isSetting(type: string): boolean {
  return type === 'book-meeting' || type === 'move-meeting';
}
