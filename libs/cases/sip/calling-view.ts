import {
  PARTICIPANT,
  PARTICIPANT_WORDS,
  participantWord,
  sipContext,
  unitsOf,
  type ParticipantContext,
} from '@workflows/sip';
import type { Told } from '../case-type';
import { unitView } from '../names';
import { said, textIn, type Said } from './said';
import type {
  SipInvitedView,
  SipMeetingView,
  SipParticipantView,
  SipProposedView,
  SipUnitView,
} from './sip-view';

/** Every unit that takes part, with whose it is. */
export function sipUnits({ rows, directory }: Told): SipUnitView[] {
  return unitsOf(sipContext(rows.case.state)).map((unit) => {
    const { id = unit, name = unit } = directory.huvudmanOf(unit) ?? {};
    return { unit: unitView(directory, unit), huvudman: { id, name } };
  });
}

/** The units that have been called, and what they answer. */
export function participantViews(told: Told): SipParticipantView[] {
  const { rows, reader, directory } = told;
  const answers = said(told, 'answer-call');
  return Object.entries(rows.case.state.machines)
    .filter(([, { kind }]) => kind === PARTICIPANT)
    .map(([id, machine]) => {
      const { unit, calledBy, answer } = machine.context as unknown as ParticipantContext;
      const word = participantWord(machine);
      const given = answer === null ? undefined : answers.findLast((each) => each.machine === id);
      return {
        id,
        unit: unitView(directory, unit),
        word,
        text: PARTICIPANT_WORDS[word][reader.language],
        calledBy: unitView(directory, calledBy),
        answer,
        proposedAt: textIn(given?.facts ?? {}, 'proposedAt'),
        comment: textIn(given?.words ?? {}, 'comment'),
      };
    });
}

/** The times that a call has proposed, and whom each of them suits. */
export function proposedView({ rows, directory }: Told): SipProposedView | null {
  const { state } = rows.case;
  const { proposed, participants } = sipContext(state);
  if (proposed === undefined) return null;
  const called = participants.map(
    ({ participant }) => state.machines[participant]?.context as unknown as ParticipantContext,
  );
  const times = proposed.times.map((at) => {
    const units = (is: (context: ParticipantContext) => boolean) =>
      called.filter(is).map(({ unit }) => unitView(directory, unit));
    const suitsIt = ({ suits = [] }: ParticipantContext) => suits.includes(at);
    return {
      at,
      can: units(suitsIt),
      cannot: units((context) => context.answer !== null && !suitsIt(context)),
      unanswered: units(({ answer }) => answer === null),
    };
  });
  return { way: proposed.way, times };
}

/** Those who have no account here and are asked to come all the same. */
export function invitedViews(told: Told): SipInvitedView[] {
  return said(told, 'invite').map(({ seq, words }) => ({
    event: seq,
    who: textIn(words, 'who'),
    as: textIn(words, 'as'),
    contact: textIn(words, 'contact'),
  }));
}

/** Every meeting that was booked and what became of it. */
export function meetingViews(told: Told): SipMeetingView[] {
  return said(told, ...Object.keys(STEPS)).reduce<SipMeetingView[]>(
    (meetings, event) => STEPS[event.type]?.(meetings, event) ?? meetings,
    [],
  );
}

type Step = (meetings: readonly SipMeetingView[], event: Said) => SipMeetingView[];

/** What an event makes of the meetings so far. */
const STEPS: Readonly<Record<string, Step>> = {
  call: (meetings, event) => [...meetings, ...bookedBy(event, event.facts['meeting'])],
  'book-meeting': (meetings, event) => [...meetings, ...bookedBy(event, event.facts)],
  'move-meeting': (meetings, event) => [
    ...becoming(meetings, { word: 'moved' }),
    ...bookedBy(event, event.facts),
  ],
  'cancel-meeting': (meetings) => becoming(meetings, { word: 'cancelled' }),
  'withdraw-call': (meetings) => becoming(meetings, { word: 'cancelled' }),
  'hold-meeting': (meetings, { at, facts, words }) => {
    const way = textIn(facts, 'way') ?? '';
    const held = { way, word: 'held', attended: textIn(words, 'attended') };
    return meetings.at(-1)?.word === 'booked'
      ? becoming(meetings, held)
      : [...meetings, { at, place: null, ...held }];
  },
};

function bookedBy({ words }: Said, meeting: unknown): SipMeetingView[] {
  if (meeting === undefined) return [];
  const { at, way } = meeting as Pick<SipMeetingView, 'at' | 'way'>;
  return [{ at, way, place: textIn(words, 'place'), word: 'booked', attended: null }];
}

/** The meeting that is booked, changed; those before stay as they were. */
function becoming(
  meetings: readonly SipMeetingView[],
  change: Partial<SipMeetingView>,
): SipMeetingView[] {
  return meetings.map((meeting, index) =>
    index === meetings.length - 1 && meeting.word === 'booked'
      ? { ...meeting, ...change }
      : meeting,
  );
}
