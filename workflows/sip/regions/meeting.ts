import type { SipContext } from '../context';
import { basisOfCall, discloseTo, notCalled, others, sipSetup, tellParticipants } from '../setup';
import { sipOver } from './over';

/** Whether the meeting is as it was proposed: who has said yes to that need not say it again. */
function isAsProposed({ meeting, proposed }: SipContext): boolean {
  return (
    meeting !== undefined && proposed?.way === meeting.way && proposed.times.includes(meeting.at)
  );
}

const meetingSet = tellParticipants('meeting-set', ({ context, event }) => ({
  at: context.meeting?.at ?? event.occurredAt,
  toldAt: event.toldAt,
  ...(isAsProposed(context) && { isAsProposed: true }),
}));

/** The meeting ends the times that were proposed, after those who chose it have been told. */
const settle = ['noteMeeting' as const, meetingSet, 'forgetProposed' as const];

const book = {
  target: 'booked' as const,
  actions: [...settle, discloseTo(others, 'sip-mote', 'PROCESS')],
};

/** A call with another time is a new time for whoever was called before, too. */
const calledToMeeting = {
  guard: 'namesNewMeeting' as const,
  target: 'booked' as const,
  actions: [...settle, discloseTo(notCalled, 'sip-mote', basisOfCall)],
};

/** Times to choose from are a new question for whoever was called before, too. */
const calledToChoose = {
  guard: 'namesNewTimes' as const,
  actions: [
    'noteProposed' as const,
    tellParticipants('times-proposed', ({ context, event }) => ({
      times: context.proposed?.times ?? [],
      toldAt: event.toldAt,
    })),
    discloseTo(notCalled, 'sip-mote', basisOfCall),
  ],
};

const hold = {
  target: 'held' as const,
  actions: [
    'noteHeld' as const,
    tellParticipants('meeting-held'),
    discloseTo(others, 'sip-mote-hallet', 'PROCESS'),
  ],
};

const meetingOff = tellParticipants('meeting-off');
const off = { target: 'none' as const, actions: [meetingOff, 'forgetProposed' as const] };
const calledAgain = [
  calledToMeeting,
  { ...calledToChoose, target: 'toBook' as const },
  { target: 'toBook' as const },
];
const cleared = { guard: 'isCalledWithoutMeeting' as const, target: 'toBook' as const };

/** When the units meet; the law sets a time for the call and none for the meeting. */
export const meetingRegion = sipSetup.createStateConfig({
  initial: 'none',
  on: sipOver,
  states: {
    none: {
      tags: 'over',
      on: { call: calledAgain, 'record-consent': cleared, 'record-attitude': cleared },
    },
    toBook: {
      tags: 'boka-mote',
      on: {
        call: [calledToMeeting, calledToChoose],
        'book-meeting': book,
        'hold-meeting': hold,
        'withdraw-call': 'none',
        'withdraw-consent': off,
        'decline-sip': off,
      },
    },
    booked: {
      tags: 'hall-mote',
      on: {
        call: calledToMeeting,
        'move-meeting': book,
        'cancel-meeting': {
          target: 'toBook',
          actions: [
            'forgetMeeting',
            tellParticipants('meeting-off'),
            discloseTo(others, 'sip-mote-installt', 'PROCESS'),
          ],
        },
        'hold-meeting': hold,
        'withdraw-call': 'none',
        'withdraw-consent': { ...off, actions: [...off.actions, 'forgetMeeting'] },
        'decline-sip': { ...off, actions: [...off.actions, 'forgetMeeting'] },
      },
    },
    held: {
      tags: 'over',
      on: {
        'book-meeting': book,
        call: [calledToMeeting, calledToChoose],
        'withdraw-consent': { guard: 'hasProposed', actions: [meetingOff, 'forgetProposed'] },
      },
    },
    past: { tags: 'over' },
  },
});
