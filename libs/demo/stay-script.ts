import type { Instant } from '@hemgang/kernel';
import { Draw } from './draw';
import type { Stay, Team } from './stay';
import { carrying, nextCall } from './stay-carrying';
import { hoursAfter, stayCourse, type StayCourse } from './stay-course';
import { whyWaited } from './stay-delay';
import { endedEarly, lastCalls } from './stay-ending';
import { leavingOf } from './stay-leaving';
import { rehabOf } from './stay-rehab';
import { kvittenser, preparations, receiving, type Receiving } from './stay-receiving';
import type { SipStep } from './sip-step';
import { sipOfStay } from './stay-sip';
import { takingOver } from './stay-start';
import { inOrder, wardStep, type StayStep } from './stay-step';
import { REJECT_REASONS } from './stay-texts';
import { admission, goingHome, stepsOnWard, teamsOf } from './stay-ward';
import { unitOf } from './stay';
import { WARD_HOURS, whenAtWork } from './working-hours';

/** Commands by which something goes out to every receiver and waits for a kvittens. */
const SENT: ReadonlySet<string> = new Set([
  'send-inskrivningsmeddelande',
  'change-expected-discharge',
  'mark-utskrivningsklar',
  'notify-utskrivningsklar',
  'withdraw-utskrivningsklar',
  'send-utskrivningsinformation',
  'report-discharge-not-carried-out',
  'discharge',
]);

/** An invented stay from its beginning to the moment when all is done. */
export interface StayScript {
  /** In the order of time, the admission first. */
  readonly steps: readonly StayStep[];
  /** When the patient went home; null when she died or was taken to another region. */
  readonly leftAt: Instant | null;
  /** The SIP that comes out of it, the start first; empty when none does. */
  readonly sip: readonly SipStep[];
  /** The same stay when she is back in hospital at a time after that. */
  until(readmittedAt: Instant): readonly StayStep[];
}

/**
 * Every step of an invented stay that began at `admittedAt`. The same stay and the same beginning
 * give the same steps; when it began changes only the times and what follows from them, never the
 * admission itself.
 */
export function stayScript(stay: Stay, admittedAt: Instant): StayScript {
  const draw = new Draw(`script ${stay.name}`);
  const admitted = admission(stay, admittedAt);
  if (stay.needs === null) {
    const home = goingHome(stay, admittedAt, draw);
    const steps = [admitted, home];
    return { steps, leftAt: home.at, sip: [], until: () => steps };
  }
  const course = stayCourse(admittedAt, stay, draw);
  const { units, steps, leftAt, sip } = withReceivers(stay, course, draw);
  const life = inOrder([admitted, ...steps]);
  const hasGoneHome = !['died', 'died-afterwards', 'transferred'].includes(stay.turns.ending);
  return {
    steps: life,
    leftAt: hasGoneHome ? leftAt : null,
    sip,
    until: (back) => brokenOff(life, back, units),
  };
}

/** Everybody is told at once: whatever they were about to do, they do not. */
function brokenOff(
  life: readonly StayStep[],
  back: Instant,
  units: readonly Receiving[],
): readonly StayStep[] {
  const lived = life.filter(({ at }) => at < back);
  return lived.length === life.length ? life : inOrder([...lived, ...lastCalls(back, units)]);
}

/** What everybody does who takes part in a stay after which something is needed. */
function withReceivers(stay: Stay, course: StayCourse, draw: Draw) {
  const team = teamsOf(stay, course);
  const mistake = mistakeMade(stay, course, team, draw);
  const units = stay.receivers.map((unit) => {
    const own = new Draw(`receiver ${stay.name} ${unit}`);
    const sentAt = unit === stay.mistake?.insteadOf ? mistake.mendedAt : course.noticeAt;
    const isOutside = unitOf(unit).external !== null;
    return receiving(unit, team, isOutside ? nextCall(sentAt, own) : sentAt, own);
  });
  const prepared = units.map((unit) => preparations(unit, course));
  const readyAt = prepared.map((preparation) => preparation.readyAt);
  const { leftAt, steps: leaving } = leavingOf(stay, course, readyAt, team, draw);
  const onWard = stepsOnWard(stay, course).filter(({ at }) => at < leftAt);
  const ward = [...onWard, ...leaving];
  const steps = [
    ...ward,
    ...mistake.steps,
    ...prepared.flatMap(({ beforeLeaving }) => beforeLeaving.filter(({ at }) => at < leftAt)),
    ...prepared.flatMap(({ anyTime }) => anyTime),
    ...units.flatMap((unit) => receiptsOf(unit, ward)),
    ...units.flatMap((unit) => takingOver(unit, leftAt, stay.destination)),
    ...whyWaited(stay, course, leftAt, units, team),
    ...rehabOf(stay, leftAt, units),
  ];
  const whole = { steps, noticeAt: course.noticeAt, leftAt, units, team };
  const lived = endedEarly(stay, whole, draw);
  const diedAt = lived.find(({ command }) => command === 'register-death')?.at ?? null;
  const sip = sipOfStay(stay, { course, leftAt, diedAt, team });
  return { units, leftAt, sip, steps: lived };
}

/** Every kvittens of a unit; outside also how what it acknowledges came there. */
function receiptsOf(unit: Receiving, ward: readonly StayStep[]): StayStep[] {
  const sent = sendingTimes(ward);
  if (!unit.isOutside) return kvittenser(unit, sent);
  const moves = ward.filter(({ command }) => command === 'accept-move').map(({ at }) => at);
  const { steps, receivedAt } = carrying(unit, [...sent, ...moves], sent);
  return [...steps, ...kvittenser(unit, receivedAt)];
}

/** The wrong unit sends the notice back, and the ward sends it to the right one. */
function mistakeMade(
  { mistake, name }: Stay,
  { noticeAt }: StayCourse,
  team: (at: Instant) => Team,
  draw: Draw,
) {
  if (mistake === null) return { steps: [], mendedAt: noticeAt };
  const wrong = receiving(mistake.unit, team, noticeAt, new Draw(`mistake ${name}`));
  const isHalsocentral = wrong.kind === 'halsocentral';
  const reasons = isHalsocentral ? REJECT_REASONS.halsocentral : REJECT_REASONS.municipality;
  const rejectedAt = wrong.after(noticeAt, 1, 8);
  const mendedAt = whenAtWork(hoursAfter(rejectedAt, 0.5, 5, draw), WARD_HOURS, draw);
  const readdress: StayStep = {
    ...wardStep(mendedAt, team(mendedAt).nurse, 'readdress', { unit: mistake.insteadOf }),
    names: { field: 'replaces', handoverOf: mistake.unit, machine: 'handover' },
  };
  const reason = draw.of(reasons);
  return { steps: [wrong.step(rejectedAt, 'reject', { reason }), readdress], mendedAt };
}

/** When something went out to every receiver. */
function sendingTimes(ward: readonly StayStep[]): Instant[] {
  return ward
    .filter(({ command, payload }) => SENT.has(command) && payload['secrecyHinders'] !== true)
    .map(({ at }) => at);
}
