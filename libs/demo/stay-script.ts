import { HOUR_MS, later, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { Draw } from './draw';
import { staffName, type Stay } from './stay';
import {
  hoursAfter,
  leavingTime,
  stayCourse,
  type Readiness,
  type StayCourse,
} from './stay-course';
import { kvittenser, preparations, receiving } from './stay-receiving';
import { takingOver } from './stay-start';
import { wardStep, type StayStep } from './stay-step';
import { REJECT_REASONS, WITHDRAW_REASONS } from './stay-texts';
import { LEAVING_HOURS, WARD_HOURS, whenAtWork } from './working-hours';

const SHARE_DEATHS = 0.01;
const SHARE_INFORMATION_LATE = 0.05;
const SHARE_SUMMARY_LATE = 0.07;
/** Between a judgement and its being written down. */
const MINUTES_TO_WRITE = 15;
/** From the judgement until the papers can be there at the earliest. */
const MINUTES_FOR_PAPERS = 20;

/** Commands by which something goes out to every receiver and waits for a kvittens. */
const SENT: ReadonlySet<string> = new Set([
  'send-inskrivningsmeddelande',
  'change-expected-discharge',
  'mark-utskrivningsklar',
  'notify-utskrivningsklar',
  'withdraw-utskrivningsklar',
  'send-utskrivningsinformation',
  'discharge',
]);

/**
 * Every step of an invented stay that began at `admittedAt`, the admission first, in the order of
 * time, to the moment when all is done. The same stay and the same beginning give the same steps;
 * when it began changes only the times and what follows from them, never the admission itself.
 */
export function stayScript(stay: Stay, admittedAt: Instant): readonly StayStep[] {
  const draw = new Draw(`script ${stay.n}`);
  if (stay.needs === null) return [admission(stay, admittedAt), goingHome(stay, admittedAt, draw)];
  const course = stayCourse(admittedAt, stay.isNeedPlain, draw);
  const mistake = mistakeMade(stay, course, draw);
  const units = stay.receivers.map((unit) => {
    const toldAt = unit === stay.mistake?.insteadOf ? mistake.mendedAt : course.noticeAt;
    return receiving(unit, stay.ward, toldAt, new Draw(`receiver ${stay.n} ${unit}`));
  });
  const prepared = units.map((unit) => preparations(unit, course));
  const readyAt = prepared.map((preparation) => preparation.readyAt);
  const leftAt = leavingTime(course, readyAt, draw);
  const ward = [...stepsOnWard(stay, course), ...stepsAtLeaving(stay, course, leftAt, draw)];
  const steps = [
    ...ward,
    ...mistake.steps,
    ...prepared.flatMap(({ beforeLeaving }) => beforeLeaving.filter(({ at }) => at < leftAt)),
    ...prepared.flatMap(({ anyTime }) => anyTime),
    ...units.flatMap((unit) => kvittenser(unit, sendingTimes(ward))),
    ...units.flatMap((unit) => takingOver(unit, leftAt, stay.destination)),
  ];
  const life = draw.happens(SHARE_DEATHS) ? untilDeath(stay, steps, course, leftAt, draw) : steps;
  return [admission(stay, admittedAt), ...inOrder(life)];
}

function admission(stay: Stay, at: Instant): StayStep {
  const { number, name, address, municipality } = stay.patient;
  return wardStep(at, stay.nurse, 'admit', {
    patient: { number, name, address, municipality },
    ...(stay.isNeedPlain ? { needs: stay.needs } : {}),
    physician: staffName(stay.physician),
  });
}

/** Somebody who needs nothing afterwards simply goes home. */
function goingHome({ nurse }: Stay, admittedAt: Instant, draw: Draw): StayStep {
  const at = whenAtWork(hoursAfter(admittedAt, 20, 110, draw), LEAVING_HOURS, draw);
  return wardStep(at, nurse, 'discharge');
}

/** The wrong unit sends the notice back, and the ward sends it to the right one. */
function mistakeMade({ mistake, nurse, n, ward }: Stay, { noticeAt }: StayCourse, draw: Draw) {
  if (mistake === null) return { steps: [], mendedAt: noticeAt };
  const wrong = receiving(mistake.unit, ward, noticeAt, new Draw(`mistake ${n}`));
  const isHalsocentral = wrong.kind === 'halsocentral';
  const reasons = isHalsocentral ? REJECT_REASONS.halsocentral : REJECT_REASONS.municipality;
  const rejectedAt = wrong.after(noticeAt, 1, 8);
  const mendedAt = whenAtWork(hoursAfter(rejectedAt, 0.5, 5, draw), WARD_HOURS, draw);
  const readdress: StayStep = {
    ...wardStep(mendedAt, nurse, 'readdress', { unit: mistake.insteadOf }),
    names: { field: 'replaces', handoverOf: mistake.unit, isHomecoming: false },
  };
  const reason = draw.of(reasons);
  return { steps: [wrong.step(rejectedAt, 'reject', { reason }), readdress], mendedAt };
}

/** From the judged need to the last judgement that the patient is utskrivningsklar. */
function stepsOnWard(stay: Stay, course: StayCourse): StayStep[] {
  const { nurse, physician, needs, mistake, isNeedPlain, destination } = stay;
  const { needAt, noticeAt, expectedAt, change, ready } = course;
  const name = staffName(physician);
  const receivers = stay.receivers.map((unit) =>
    unit === mistake?.insteadOf ? mistake.unit : unit,
  );
  const judgement = { needs, judgedAt: shortlyBefore(needAt), physician: name };
  return [
    ...(isNeedPlain ? [] : [wardStep(needAt, physician, 'judge-need', judgement)]),
    wardStep(noticeAt, nurse, 'send-inskrivningsmeddelande', {
      receivers,
      expectedDischargeAt: expectedAt,
      ...(destination === null ? {} : { destination }),
    }),
    ...(change === null
      ? []
      : [
          wardStep(change.at, nurse, 'change-expected-discharge', {
            expectedDischargeAt: change.expectedAt,
          }),
        ]),
    ...ready.flatMap((readiness) => stepsOfReadiness(stay, readiness, name)),
  ];
}

function stepsOfReadiness(
  { n, nurse, physician }: Stay,
  { at, toldAt, withdrawnAt }: Readiness,
  name: string,
): StayStep[] {
  const isHindered = toldAt > at;
  const judgement = { physician: name, judgedAt: shortlyBefore(at) };
  const reason = new Draw(`withdrawal ${n}`).of(WITHDRAW_REASONS);
  return [
    wardStep(at, physician, 'mark-utskrivningsklar', {
      ...judgement,
      ...(isHindered ? { secrecyHinders: true } : {}),
    }),
    ...(isHindered ? [wardStep(toldAt, nurse, 'notify-utskrivningsklar')] : []),
    ...(withdrawnAt === null
      ? []
      : [wardStep(withdrawnAt, physician, 'withdraw-utskrivningsklar', { reason })]),
  ];
}

/** Papers and leaving: the law wants the information on the day itself, some are late. */
function stepsAtLeaving(
  { nurse, reason }: Stay,
  { ready }: StayCourse,
  leftAt: Instant,
  draw: Draw,
): StayStep[] {
  const readyAt = ready.reduce((latest, { at }) => later(latest, at), '');
  const informationAt = draw.happens(SHARE_INFORMATION_LATE)
    ? hoursAfter(leftAt, 2, 18, draw)
    : later(hoursAfter(leftAt, -4, -0.3, draw), plusMs(readyAt, MINUTES_FOR_PAPERS * MINUTE_MS));
  const summaryAt = draw.happens(SHARE_SUMMARY_LATE)
    ? hoursAfter(leftAt, 1, 20, draw)
    : hoursAfter(leftAt, -0.8, -0.1, draw);
  return [
    wardStep(informationAt, nurse, 'send-utskrivningsinformation', {
      way: 'here',
      text: reason.information,
    }),
    wardStep(summaryAt, nurse, 'give-patient-summary', { way: 'here', text: reason.summary }),
    wardStep(leftAt, nurse, 'discharge'),
  ];
}

/** When something went out to every receiver. */
function sendingTimes(ward: readonly StayStep[]): Instant[] {
  return ward
    .filter(({ command, payload }) => SENT.has(command) && payload['secrecyHinders'] !== true)
    .map(({ at }) => at);
}

/** The patient dies on the ward: what would have come after never happens. */
function untilDeath(
  { physician }: Stay,
  steps: readonly StayStep[],
  { noticeAt }: StayCourse,
  leftAt: Instant,
  draw: Draw,
): StayStep[] {
  const hours = (Date.parse(leftAt) - Date.parse(noticeAt)) / HOUR_MS;
  const diedAt = hoursAfter(noticeAt, hours * 0.1, hours * 0.9, draw);
  const lived = steps.filter(({ at }) => at < diedAt);
  return [...lived, wardStep(diedAt, physician, 'register-death')];
}

function shortlyBefore(at: Instant): Instant {
  return plusMs(at, -MINUTES_TO_WRITE * MINUTE_MS);
}

/** Stable, so that at one and the same second the ward's sending comes before the kvittens. */
function inOrder(steps: readonly StayStep[]): StayStep[] {
  return [...steps].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}
