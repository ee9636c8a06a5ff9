import { later, type Instant } from '@hemgang/kernel';
import type { Assignment } from '@hemgang/directory';
import { Draw } from './draw';
import { atOffice, calling, planning, SAID_YES, type Called, type SipPeople } from './sip-course';
import { sipStep, type SipStep } from './sip-step';
import { somebodyAt, unitOf, type Stay, type Team } from './stay';
import { hoursAfter, type StayCourse } from './stay-course';
import { inOrder } from './stay-step';
import { WARD_HOURS, whenAtWork } from './working-hours';

/** What of a stay its SIP follows from. */
export interface PlannedFrom {
  readonly course: StayCourse;
  readonly leftAt: Instant;
  /** When she died, in the stay or soon after; null when she lives. */
  readonly diedAt: Instant | null;
  readonly team: (at: Instant) => Team;
}

/** Of the stays after which the law asks for a SIP. The county's own figures are not known. */
const SHARE_STARTED = 0.5;
/** Of those that are started. */
const SHARE_DECLINED = 0.12;
const SHARE_WITHDRAWN = 0.08;
const SHARE_CALLED_LATE = 0.15;

const NEEDS = [
  'Behöver insatser från både hälsocentralen och kommunen efter vårdtillfället.',
  'Flera som ska hjälpa till hemma behöver veta vad de andra gör.',
  'Samma sak hände efter förra utskrivningen: ingen visste vem som gjorde vad.',
] as const;

/** Neither those whose need was an error nor those who go on in another region. */
const WITHOUT_SIP = ['no-need', 'transferred'];

/**
 * The SIP that comes out of an invented stay (2017:612 4:1): started while the patient is on the ward,
 * called to by the fast vårdkontakt, and gone on with when she is at home. Its first step opens it.
 * @returns no steps when nobody starts one
 */
export function sipOfStay(stay: Stay, from: PlannedFrom): readonly SipStep[] {
  const draw = new Draw(`sip of stay ${stay.name}`);
  if (!isAskedFor(stay) || !draw.happens(SHARE_STARTED)) return [];
  const { course, leftAt, diedAt, team } = from;
  const startedAt = whenAtWork(hoursAfter(course.noticeAt, 3, 40, draw), WARD_HOURS, draw);
  if (startedAt >= leftAt) return [];
  const people = peopleOf(stay, team(startedAt).nurse, draw);
  const { number, name, address, municipality } = stay.patient;
  const start = sipStep(startedAt, people.starter, 'start-sip', {
    patient: { number, name, address, municipality },
    need: draw.of(NEEDS),
  });
  const steps = inOrder([start, ...sipCourse(people, startedAt, from, draw)]);
  return diedAt === null ? steps : steps.filter(({ at }) => at < diedAt);
}

/** Measures of both the region's open care and the municipality, and it is plain who calls. */
function isAskedFor({ needs, receivers, turns, mistake }: Stay): boolean {
  if (needs?.openCare !== true || turns.outsider || mistake !== null) return false;
  if (WITHOUT_SIP.includes(turns.ending)) return false;
  const kinds = receivers.map((unit) => unitOf(unit).kind);
  const openCare = kinds.filter((kind) => !isMunicipal(kind));
  return openCare.join() === 'halsocentral' && openCare.length < kinds.length;
}

/** The ward, the hälsocentral or the municipality sees the need; the hälsocentral calls. */
function peopleOf({ receivers }: Stay, nurse: Assignment, draw: Draw): SipPeople {
  const roles = ['municipal-coordinator', 'municipal-nurse', 'primary-care-nurse'] as const;
  const isOfMunicipality = (unit: string) => isMunicipal(unitOf(unit).kind);
  const person = (unit: string) => somebodyAt(unit, roles, draw);
  const others = receivers.filter(isOfMunicipality).map(person);
  const [caller = nurse] = receivers.filter((unit) => !isOfMunicipality(unit)).map(person);
  return {
    starter: draw.of([nurse, caller, ...others]),
    caller,
    others,
    responsible: draw.of([caller, ...others]),
  };
}

function sipCourse(
  people: SipPeople,
  startedAt: Instant,
  { course, leftAt }: PlannedFrom,
  draw: Draw,
): SipStep[] {
  const { caller } = people;
  /** At home nobody of the ward asks her any more. */
  const asking = (at: Instant) => (at < leftAt ? people.starter : caller);
  const offeredAt = atOffice(startedAt, [0.2, 20], draw);
  const saidAt = atOffice(offeredAt, [0.2, 24], draw);
  const offer = sipStep(offeredAt, asking(offeredAt), 'offer-sip');
  if (draw.happens(SHARE_DECLINED)) {
    return [offer, sipStep(saidAt, asking(saidAt), 'decline-sip')];
  }
  const consent = sipStep(saidAt, asking(saidAt), 'record-consent', SAID_YES);
  const readyAt = course.ready[0].toldAt;
  const from = later(saidAt, readyAt < leftAt ? readyAt : leftAt);
  const isLate = draw.happens(SHARE_CALLED_LATE);
  const calledAt = atOffice(from, isLate ? [75, 130] : [1, 40], draw);
  const called = calling(people, calledAt, [20, 200], draw);
  const rest = draw.happens(SHARE_WITHDRAWN)
    ? withdrawing(caller, calledAt, called, draw)
    : [...called.steps, ...planning(people, called, draw)];
  return [offer, consent, ...rest];
}

/** She changes her mind before they meet: what the law asks for has been done, and no plan is made. */
function withdrawing(
  caller: Assignment,
  calledAt: Instant,
  { steps }: Called,
  draw: Draw,
): SipStep[] {
  const withdrawnAt = hoursAfter(calledAt, 5, 18, draw);
  return [
    ...steps.filter(({ at }) => at < withdrawnAt),
    sipStep(withdrawnAt, caller, 'withdraw-consent'),
  ];
}

function isMunicipal(kind: string): boolean {
  return kind.startsWith('municipal-');
}
