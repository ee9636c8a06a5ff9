import type { Instant } from '@hemgang/kernel';
import { Draw } from './draw';
import { demoPatient } from './people';
import { proposedReceivers } from './recipients';
import { atOffice, calling, planning, SAID_YES, type Called, type SipPeople } from './sip-course';
import { sipStep, type SipStep } from './sip-step';
import { somebodyAt, unitOf } from './stay';
import { inOrder } from './stay-step';
import { isDealt } from './turns';

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

/** Of a hundred SIPs. The county's own figures are not known. */
const REFUSED = 3;
const DECLINED = 15;
const WITHDRAWN = 5;
const NEW_TIME = 20;

const NEEDS = [
  'Behöver både hemsjukvård och hemtjänst, och vet inte vem hen ska ringa.',
  'Flera insatser från olika håll som inte hänger ihop.',
  'Närstående orkar inte samordna längre.',
] as const;
const ALL_NEEDS = { socialServices: true, municipalHealthCare: true, openCare: true };

/** Every step of an invented SIP that was started then; always the same for the same story. */
export function sipScript(story: SipStory, startedAt: Instant): readonly SipStep[] {
  const { seed, index, n } = story;
  const draw = new Draw(`sip ${seed} ${story.key}`);
  const has = (what: string, ofHundred: number) => isDealt(`${seed} sip ${what}`, index, ofHundred);
  const people = peopleOf(n, draw);
  const { starter } = people;
  const start = sipStep(startedAt, starter, 'start-sip', {
    patient: patientOf(n),
    need: draw.of(NEEDS),
  });
  const offeredAt = atOffice(startedAt, [2, 70], draw);
  if (has('refused', REFUSED)) {
    const reason = 'Behoven möts redan i en plan hos en annan huvudman.';
    return [start, sipStep(offeredAt, starter, 'refuse-sip', { reason })];
  }
  const offer = sipStep(offeredAt, starter, 'offer-sip');
  const saidAt = atOffice(offeredAt, [0.2, 90], draw);
  if (has('declined', DECLINED)) return [start, offer, sipStep(saidAt, starter, 'decline-sip')];
  const beginning = [start, offer, sipStep(saidAt, starter, 'record-consent', SAID_YES)];
  if (has('withdrawn', WITHDRAWN)) {
    const withdrawnAt = atOffice(saidAt, [20, 70], draw);
    return [...beginning, sipStep(withdrawnAt, starter, 'withdraw-consent')];
  }
  const calledAt = atOffice(saidAt, [1, 110], draw);
  const called = calling(people, calledAt, [120, 300], draw);
  const moved = has('new-time', NEW_TIME) ? movedMeeting(people, calledAt, called, draw) : called;
  return inOrder([...beginning, ...moved.steps, ...planning(people, moved, draw)]);
}

/** Some days before the meeting it gets another time. */
function movedMeeting(
  { caller }: SipPeople,
  calledAt: Instant,
  { steps, meetingAt, way }: Called,
  draw: Draw,
): Called {
  const at = atOffice(meetingAt, [40, 90], draw);
  const move = sipStep(atOffice(calledAt, [82, 100], draw), caller, 'move-meeting', { at, way });
  return { steps: [...steps, move], meetingAt: at, way };
}

/** The units near the person: one of them starts the SIP and calls the others. */
function peopleOf(n: number, draw: Draw): SipPeople {
  const units = proposedReceivers(demoPatient(n), ALL_NEEDS).filter(
    (unit) => unitOf(unit).external === null,
  );
  const [first, ...rest] = draw.happens(0.5) ? units : [...units].reverse();
  if (first === undefined) throw new Error(`Nobody is near patient ${n}.`);
  const roles = ['municipal-coordinator', 'municipal-nurse', 'primary-care-nurse'] as const;
  const person = (unit: string) => somebodyAt(unit, roles, draw);
  const starter = person(first);
  return { starter, caller: starter, others: rest.map(person), responsible: starter };
}

function patientOf(n: number) {
  const { number, name, address, municipality } = demoPatient(n);
  return { number, name, address, municipality };
}
