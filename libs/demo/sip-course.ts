import type { Assignment } from '@hemgang/directory';
import { addDays, localDate, type Instant } from '@hemgang/kernel';
import type { Draw } from './draw';
import { unitOf } from './stay';
import { hoursAfter } from './stay-course';
import { ofUnit, sipStep, withVersion, type SipStep } from './sip-step';
import { OFFICE_HOURS, whenAtWork } from './working-hours';

/** Who makes an invented SIP. */
export interface SipPeople {
  /** Who starts it, asks the person and notes what she says. */
  readonly starter: Assignment;
  /** Who calls and leads the meeting: without a stay the starter, in a stay the fast vårdkontakt. */
  readonly caller: Assignment;
  /** Of the units that are called. */
  readonly others: readonly Assignment[];
  /** Of the unit with the overall responsibility for the plan. */
  readonly responsible: Assignment;
}

/** From and to, in hours. */
export type Hours = readonly [number, number];

const WAYS = ['home', 'home', 'home', 'video', 'video', 'phone', 'hospital'] as const;
const MATTERS = [
  'Jag vill bo kvar hemma så länge det går.',
  'Jag vill komma ut och träffa folk igen.',
  'Att få sova hela natten.',
] as const;

export const SAID_YES = {
  givenBy: 'person',
  way: 'spoken',
  scope: 'Det som rör planen får delas mellan dem som deltar.',
} as const;

/** From `min` to `max` hours later, in office hours. */
export function atOffice(from: Instant, [min, max]: Hours, draw: Draw): Instant {
  return whenAtWork(hoursAfter(from, min, max, draw), OFFICE_HOURS, draw);
}

/** The call and the answers to it; then the meeting itself, unless nothing comes of it. */
export interface Called {
  readonly steps: readonly SipStep[];
  readonly meetingAt: Instant;
  readonly way: string;
}

/** The call to a meeting some time later, and what the units answer. */
export function calling(
  { caller, others }: SipPeople,
  calledAt: Instant,
  toMeeting: Hours,
  draw: Draw,
): Called {
  const way = draw.of(WAYS);
  const meetingAt = atOffice(calledAt, toMeeting, draw);
  const units = others.map(({ unit }) => unit);
  const answers = others.map((person) => {
    const when = atOffice(calledAt, [2, 60], draw);
    const inTime = when < meetingAt ? when : hoursAfter(calledAt, 0.5, 2, draw);
    return ofUnit(sipStep(inTime, person, 'answer-call', { answer: 'attends' }), person);
  });
  const call = sipStep(calledAt, caller, 'call', { units, meeting: { at: meetingAt, way } });
  return { steps: [call, ...answers], meetingAt, way };
}

/** From the meeting to the follow-ups and the end. */
export function planning(people: SipPeople, { meetingAt, way }: Called, draw: Draw): SipStep[] {
  const { caller, others, responsible } = people;
  const heldAt = hoursAfter(meetingAt, 0.9, 1.4, draw);
  const attended = 'Personen själv och alla kallade.';
  const draftedAt = atOffice(heldAt, [1, 48], draw);
  const draft = sipStep(draftedAt, caller, 'draft-plan', {
    responsible: responsible.unit,
    matters: draw.of(MATTERS),
    goals: ['Klara vardagen hemma.'],
    needs: ['En plan som alla känner till.'],
    measures: [caller, ...others].map(({ unit }, index) => ({
      id: `i${index + 1}`,
      what: 'Insatser enligt mötet.',
      goal: 1,
      huvudman: huvudmanOf(unit),
      unit,
      status: 'planned',
    })),
    contacts: [],
  });
  const establishedAt = atOffice(draftedAt, [21, 90], draw);
  const followUpOn = addDays(localDate(establishedAt), Math.floor(draw.between(10, 40)));
  const establish = sipStep(establishedAt, caller, 'establish-plan', { followUpOn });
  return [
    sipStep(heldAt, caller, 'hold-meeting', { way, attended }),
    draft,
    withVersion(establish),
    ...followingUp(responsible, establishedAt, draw),
  ];
}

function followingUp(responsible: Assignment, establishedAt: Instant, draw: Draw): SipStep[] {
  const followedAt = atOffice(hoursAfter(establishedAt, 200, 900, draw), [0, 8], draw);
  const again = { result: 'still-valid', followUpOn: addDays(localDate(followedAt), 60) };
  const metAt = atOffice(hoursAfter(followedAt, 1_000, 1_600, draw), [0, 8], draw);
  return [
    sipStep(followedAt, responsible, 'follow-up', again),
    sipStep(metAt, responsible, 'follow-up', { result: 'goals-met' }),
    sipStep(hoursAfter(metAt, 0.1, 0.3, draw), responsible, 'close-sip', {
      because: 'goals-met',
      reason: 'Målen är nådda.',
    }),
  ];
}

/** Municipal units belong to their municipality, all others to the region. */
function huvudmanOf(unit: string): string {
  const { kind, municipality } = unitOf(unit);
  return kind.startsWith('municipal-') ? `kommun-${municipality ?? ''}` : 'region-24';
}
