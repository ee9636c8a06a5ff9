import type { Assignment } from '@hemgang/directory';
import { addDays, localDate, type Instant } from '@hemgang/kernel';
import { Draw } from './draw';
import { demoPatient } from './people';
import { proposedReceivers } from './recipients';
import { somebodyAt, unitOf } from './stay';
import { hoursAfter } from './stay-course';
import { inOrder } from './stay-step';
import { isDealt } from './turns';
import { OFFICE_HOURS, whenAtWork } from './working-hours';

/** A SIP that somebody starts for a person who is in no hospital. */
export interface SipStory {
  /** Never used for another story of the same plan. */
  readonly key: string;
  /** The patient's number. */
  readonly n: number;
  /** Seeds everything about it that falls by chance; the same for all SIPs of a plan. */
  readonly seed: string;
  /** Its place in the plan: shares are dealt by it. */
  readonly index: number;
}

/** One command of an invented SIP: who gives it when. */
export interface SipStep {
  readonly at: Instant;
  /** Id of the assignment that acts. */
  readonly by: string;
  readonly command: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A field that names a called unit's part in it, or the last version of the plan. */
  readonly names:
    | { readonly field: 'participant'; readonly handoverOf: string; readonly machine: 'handover' }
    | { readonly field: 'version'; readonly latest: 'plan' }
    | null;
}

/** Of a hundred SIPs. The county's own figures are not known. */
const REFUSED = 3;
const DECLINED = 15;
const WITHDRAWN = 5;
const NEW_TIME = 20;

const WAYS = ['home', 'home', 'home', 'video', 'video', 'phone', 'hospital'] as const;
const NEEDS = [
  'Behöver både hemsjukvård och hemtjänst, och vet inte vem hen ska ringa.',
  'Flera insatser från olika håll som inte hänger ihop.',
  'Närstående orkar inte samordna längre.',
] as const;
const MATTERS = [
  'Jag vill bo kvar hemma så länge det går.',
  'Jag vill komma ut och träffa folk igen.',
  'Att få sova hela natten.',
] as const;
const ALL_NEEDS = { socialServices: true, municipalHealthCare: true, openCare: true };

/** Every step of an invented SIP that was started then; always the same for the same story. */
export function sipScript(story: SipStory, startedAt: Instant): readonly SipStep[] {
  const { seed, index, n } = story;
  const draw = new Draw(`sip ${seed} ${story.key}`);
  const has = (what: string, ofHundred: number) => isDealt(`${seed} sip ${what}`, index, ofHundred);
  const people = peopleOf(n, draw);
  const { leader } = people;
  const later = (from: Instant, min: number, max: number) =>
    whenAtWork(hoursAfter(from, min, max, draw), OFFICE_HOURS, draw);
  const start = step(startedAt, leader, 'start-sip', {
    patient: patientOf(n),
    need: draw.of(NEEDS),
  });
  const offeredAt = later(startedAt, 2, 70);
  if (has('refused', REFUSED)) {
    const reason = 'Behoven möts redan i en plan hos en annan huvudman.';
    return [start, step(offeredAt, leader, 'refuse-sip', { reason })];
  }
  const offer = step(offeredAt, leader, 'offer-sip');
  const saidAt = later(offeredAt, 0.2, 90);
  if (has('declined', DECLINED)) return [start, offer, step(saidAt, leader, 'decline-sip')];
  const consent = step(saidAt, leader, 'record-consent', {
    givenBy: 'person',
    way: 'spoken',
    scope: 'Det som rör planen får delas mellan dem som deltar.',
  });
  const beginning = [start, offer, consent];
  if (has('withdrawn', WITHDRAWN)) {
    return [...beginning, step(later(saidAt, 20, 70), leader, 'withdraw-consent')];
  }
  return inOrder([...beginning, ...meeting(people, saidAt, has, draw)]);
}

type Dealt = (what: string, ofHundred: number) => boolean;

/** From the call to the follow-ups. */
function meeting(people: People, saidAt: Instant, has: Dealt, draw: Draw): SipStep[] {
  const { leader, others } = people;
  const later = (from: Instant, min: number, max: number) =>
    whenAtWork(hoursAfter(from, min, max, draw), OFFICE_HOURS, draw);
  const calledAt = later(saidAt, 1, 110);
  const way = draw.of(WAYS);
  const at = later(calledAt, 120, 300);
  const units = others.map(({ unit }) => unit);
  const call = step(calledAt, leader, 'call', { units, meeting: { at, way } });
  const answers = others.map((person) =>
    ofUnit(step(later(calledAt, 2, 80), person, 'answer-call', { answer: 'attends' }), person),
  );
  const wantsOther = has('new-time', NEW_TIME);
  const movedAt = later(calledAt, 82, 100);
  const heldFor = wantsOther ? later(at, 40, 90) : at;
  const moved = wantsOther ? [step(movedAt, leader, 'move-meeting', { at: heldFor, way })] : [];
  const heldAt = hoursAfter(heldFor, 0.9, 1.4, draw);
  const hold = step(heldAt, leader, 'hold-meeting', {
    way,
    attended: 'Personen själv och alla kallade.',
  });
  return [call, ...answers, ...moved, hold, ...plan(people, heldAt, draw)];
}

function plan({ leader, others }: People, heldAt: Instant, draw: Draw): SipStep[] {
  const later = (from: Instant, min: number, max: number) =>
    whenAtWork(hoursAfter(from, min, max, draw), OFFICE_HOURS, draw);
  const draftedAt = later(heldAt, 1, 48);
  const draft = step(draftedAt, leader, 'draft-plan', {
    responsible: leader.unit,
    matters: draw.of(MATTERS),
    goals: ['Klara vardagen hemma.'],
    needs: ['En plan som alla känner till.'],
    measures: [leader, ...others].map(({ unit }, index) => ({
      id: `i${index + 1}`,
      what: 'Insatser enligt mötet.',
      huvudman: huvudmanOf(unit),
      unit,
      status: 'planned',
    })),
    contacts: [],
  });
  const establishedAt = later(draftedAt, 21, 90);
  const followUpOn = addDays(localDate(establishedAt), Math.floor(draw.between(10, 40)));
  const establish = withVersion(step(establishedAt, leader, 'establish-plan', { followUpOn }));
  const followedAt = later(hoursAfter(establishedAt, 200, 900, draw), 0, 8);
  const next = addDays(localDate(followedAt), 60);
  const followUp = step(followedAt, leader, 'follow-up', {
    result: 'still-valid',
    followUpOn: next,
  });
  const closedAt = later(hoursAfter(followedAt, 1_000, 1_600, draw), 0, 8);
  return [
    draft,
    establish,
    followUp,
    step(closedAt, leader, 'follow-up', { result: 'goals-met' }),
    step(hoursAfter(closedAt, 0.1, 0.3, draw), leader, 'close-sip', {
      because: 'goals-met',
      reason: 'Målen är nådda.',
    }),
  ];
}

interface People {
  readonly leader: Assignment;
  readonly others: readonly Assignment[];
}

/** The units near the person: one of them starts the SIP and calls the others. */
function peopleOf(n: number, draw: Draw): People {
  const units = proposedReceivers(demoPatient(n), ALL_NEEDS).filter(
    (unit) => unitOf(unit).external === null,
  );
  const [first, ...rest] = draw.happens(0.5) ? units : [...units].reverse();
  if (first === undefined) throw new Error(`Nobody is near patient ${n}.`);
  const roles = ['municipal-coordinator', 'municipal-nurse', 'primary-care-nurse'] as const;
  const person = (unit: string) => somebodyAt(unit, roles, draw);
  return { leader: person(first), others: rest.map(person) };
}

function patientOf(n: number) {
  const { number, name, address, municipality } = demoPatient(n);
  return { number, name, address, municipality };
}

/** Municipal units belong to their municipality, all others to the region. */
function huvudmanOf(unit: string): string {
  const { kind, municipality } = unitOf(unit);
  return kind.startsWith('municipal-') ? `kommun-${municipality ?? ''}` : 'region-24';
}

function step(
  at: Instant,
  { id: by }: Assignment,
  command: string,
  payload: SipStep['payload'] = {},
): SipStep {
  return { at, by, command, payload, names: null };
}

function ofUnit(told: SipStep, { unit }: Assignment): SipStep {
  return { ...told, names: { field: 'participant', handoverOf: unit, machine: 'handover' } };
}

function withVersion(told: SipStep): SipStep {
  return { ...told, names: { field: 'version', latest: 'plan' } };
}
