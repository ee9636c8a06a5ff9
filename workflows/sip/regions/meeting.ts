import { discloseTo, others, sipSetup, tellParticipants } from '../setup';
import { sipOver } from './over';

const meetingSet = tellParticipants('meeting-set', ({ context, event }) => ({
  at: context.meeting?.at ?? event.occurredAt,
  toldAt: event.toldAt,
}));

const book = {
  target: 'booked' as const,
  actions: ['noteMeeting' as const, meetingSet, discloseTo(others, 'sip-mote', 'PROCESS')],
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
const calledAgain = [
  { guard: 'namesMeeting' as const, target: 'booked' as const, actions: 'noteMeeting' as const },
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
        call: { guard: 'namesMeeting', target: 'booked', actions: 'noteMeeting' },
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
        call: { guard: 'namesMeeting', actions: 'noteMeeting' },
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
        call: { guard: 'namesMeeting', target: 'booked', actions: 'noteMeeting' },
      },
    },
    past: { tags: 'over' },
  },
});
