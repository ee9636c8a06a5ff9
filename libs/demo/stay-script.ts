import { HOUR_MS, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import { Draw } from './draw';
import { somebodyAt, staffName, unitOf, type Stay } from './stay';
import { hoursAfter, leavingTime, stayCourse, type StayCourse } from './stay-course';
import { kvittenser, preparations, receiving, takingOver, type Receiving } from './stay-receiving';
import { receiverStep, wardStep, type StayStep } from './stay-step';
import { REJECT_REASONS, WITHDRAW_REASONS } from './stay-texts';
import { LEAVING_HOURS, whenAtWork } from './working-hours';

const SHARE_DEATHS = 0.01;
const SHARE_INFORMATION_LATE = 0.05;
const SHARE_SUMMARY_LATE = 0.07;

/**
 * Every step of an invented stay that began at `admittedAt`, the admission first, in the order of
 * time, to the moment when all is done. The same stay and the same beginning give the same steps.
 */
export function stayScript(stay: Stay, admittedAt: Instant): readonly StayStep[] {
  const draw = new Draw(`script ${stay.n}`);
  const admission = admit(stay, admittedAt, draw);
  if (stay.needs === null) return [admission, goingHome(stay, admittedAt, draw)];
  const course = stayCourse(admittedAt, draw);
  const mistake = mistakeSteps(stay, course, draw);
  const units = stay.receivers.map((unit) => {
    const isMistaken = unit === stay.mistake?.insteadOf;
    const toldAt = isMistaken ? mistake.toldAt : course.noticeAt;
    return receiving(unit, toldAt, new Draw(`receiver ${stay.n} ${unit}`));
  });
  const prepared = units.map((unit) => preparations(unit, course));
  const leftAt = leavingTime(
    course,
    prepared.map(({ readyAt }) => readyAt),
    draw,
  );
  const ward = wardSteps(stay, course, leftAt, draw);
  const steps = [
    ...ward,
    ...mistake.steps,
    ...prepared.flatMap(({ beforeLeaving }) => beforeLeaving.filter(({ at }) => at < leftAt)),
    ...prepared.flatMap(({ anyTime }) => anyTime),
    ...units.flatMap((unit) => kvittenser(unit, sendingTimes(ward))),
    ...units.map((unit) => takingOver(unit, leftAt)),
  ];
  return [admission, ...untilDeath(stay, inOrder(steps), course.noticeAt, leftAt, draw)];
}

function admit({ patient, needs, ward, physician }: Stay, at: Instant, draw: Draw): StayStep {
  const { number, name, address, municipality } = patient;
  const isPlain = needs !== null && draw.happens(SHARE_NEED_PLAIN_AT_ONCE);
  return wardStep(at, somebodyAt(ward, ['ward-staff'], draw), 'admit', {
    patient: { number, name, address, municipality },
    ...(isPlain ? { needs } : {}),
    physician: staffName(physician),
  });
}
