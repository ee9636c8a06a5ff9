import { judgeAccess, readerOf } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import type { AskedInvitation, Invitation, InvitationSource } from '@hemgang/notify';
import type { CaseViewRows, Database } from '@hemgang/store';
import { meetingCourses, type MeetingCourse } from './meeting-courses';
import { meetingEvents, textOf } from './meeting-file';
import { meetingUid } from './meeting-invitation';

/** What a unit is told when it is called: also to a meeting that is booked already. */
const CALL = 'sip-kallelse';

interface MeetingMailResources {
  /** As the third role: what leaves is no reader's. */
  readonly works: Database;
  directory(): Directory;
}

/**
 * Which notices of a SIP are about a meeting, and that meeting as the file that can be downloaded at the
 * case. @throws DatabaseUnavailable
 */
export class MeetingInvitations implements InvitationSource {
  constructor(private readonly on: MeetingMailResources) {}

  async invitationFor(asked: AskedInvitation): Promise<Invitation | null> {
    if (asked.caseType !== 'sip' || !this.isShownTo(asked)) return null;
    const rows = await this.on.works.read('system', (query) => query.caseView(asked.caseId, true));
    const meeting = rows === null ? null : meetingToldOf(rows, asked);
    if (rows === null || meeting === null || isOver(meeting, asked)) return null;
    return {
      meeting: meetingUid(asked.caseId, meeting),
      method: meeting.status === 'cancelled' ? 'CANCEL' : 'REQUEST',
      text: textOf(meeting, rows, this.on.directory(), asked),
    };
  }

  /** Whoever could not download the file is mailed none. */
  private isShownTo({ unit, staff, language }: AskedInvitation): boolean {
    const directory = this.on.directory();
    const assignment = directory.assignmentsOf(unit).find((each) => each.staff === staff);
    const by = assignment === undefined ? null : readerOf(directory, assignment.id, language);
    if (by === null) return false;
    const asked = { asks: 'read', reading: 'case', type: 'sip', relation: 'party', by } as const;
    const answer = judgeAccess(asked);
    return answer.isAllowed && answer.mask.has('process');
  }
}

/**
 * The meeting that the told event set, moved or ended, as it is now; null when it did none of these. A unit
 * that takes no part any more learns nothing of what has happened since.
 */
function meetingToldOf(
  rows: CaseViewRows,
  { seq, entry, unit }: AskedInvitation,
): MeetingCourse | null {
  const then = meetingCourses(meetingEvents(rows, seq)).at(-1);
  const before = meetingCourses(meetingEvents(rows, seq - 1)).at(-1);
  const isToldOf = entry === CALL ? then?.status === 'booked' : !isSame(then, before);
  if (then === undefined || !isToldOf) return null;
  const isParty = rows.parties.some((party) => party.unit === unit);
  const present = isParty ? meetingCourses(meetingEvents(rows)) : [then];
  return present.find(({ booked }) => booked === then.booked) ?? then;
}

function isSame(one: MeetingCourse | undefined, other: MeetingCourse | undefined): boolean {
  return one?.booked === other?.booked && one?.sequence === other?.sequence;
}

/** What has been held, or was to begin before now, needs no place in a calendar. */
function isOver({ status, startsAt }: MeetingCourse, { now }: AskedInvitation): boolean {
  return status === 'held' || (status === 'booked' && startsAt < now);
}
