import { basisOfCall, discloseTo, notCalled, others, sipSetup, tellParticipants } from '../setup';
import { sipOver } from './over';

const meetingSet = tellParticipants('meeting-set', ({ context, event }) => ({
  at: context.meeting?.at ?? event.occurredAt,
  toldAt: event.toldAt,
}));

const book = {
  target: 'booked' as const,
  actions: ['noteMeeting' as const, meetingSet, discloseTo(others, 'sip-mote', 'PROCESS')],
};

/** A call with another time is a new time for whoever was called before, too. */
const calledToMeeting = {
  guard: 'namesNewMeeting' as const,
  target: 'booked' as const,
  actions: ['noteMeeting' as const, meetingSet, discloseTo(notCalled, 'sip-mote', basisOfCall)],
};

const hold = {
  target: 'held' as const,
  actions: [
    'noteHeld' as const,
    tellParticipants('meeting-held'),
    discloseTo(others, 'sip-mote-hallet', 'PROCESS'),
  ],
};

const off = { target: 'none' as const, actions: [tellParticipants('meeting-off')] };
const calledAgain = [calledToMeeting, { target: 'toBook' as const }];
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
        call: calledToMeeting,
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
        call: calledToMeeting,
      },
    },
    past: { tags: 'over' },
  },
});
