import { HOUR_MS, later, MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import type { Draw } from './draw';
import { staffName, type Stay, type Team } from './stay';
import { hoursAfter, leavingTime, type StayCourse } from './stay-course';
import { wardStep, type StayStep } from './stay-step';
import { notCarriedOut } from './stay-ward';
import { LEAVING_HOURS, whenAtWork } from './working-hours';

const SHARE_INFORMATION_LATE = 0.05;
const SHARE_SUMMARY_LATE = 0.07;
/** From the judgement until the papers can be there at the earliest. */
const MINUTES_FOR_PAPERS = 20;

/** When and how the patient leaves the ward. */
export interface Leaving {
  readonly leftAt: Instant;
  readonly steps: readonly StayStep[];
}

/** The leaving of a stay, whatever may still end it before or after. */
export function leavingOf(
  stay: Stay,
  course: StayCourse,
  receiversReadyAt: readonly Instant[],
  team: (at: Instant) => Team,
  draw: Draw,
): Leaving {
  const plannedAt = leavingTime(course, receiversReadyAt, draw);
  const { ending } = stay.turns;
  switch (ending) {
    case 'left-against-advice':
    case 'absconded': {
      const leftAt = somewhereOnTheWay(course.noticeAt, course.ready[0].at, draw);
      return { leftAt, steps: unplanned(stay, leftAt, ending, team(leftAt), draw) };
    }
    case 'no-need':
      return withoutNeed(course, team, draw);
    case 'not-carried-out': {
      const leftAt = whenAtWork(hoursAfter(plannedAt, 20, 30, draw), LEAVING_HOURS, draw);
      const steps = planned(stay, course, leftAt, team(leftAt), draw);
      return { leftAt, steps: [notCarriedOut(plannedAt, team(plannedAt), draw), ...steps] };
    }
    default: {
      const steps = planned(stay, course, plannedAt, team(plannedAt), draw);
      return { leftAt: plannedAt, steps };
    }
  }
}

/** Papers and leaving: the law wants the information on the day itself, some are late. */
function planned(
  { reason }: Stay,
  { ready }: StayCourse,
  leftAt: Instant,
  { nurse }: Team,
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

/** She goes of her own accord: the receivers learn what they must know afterwards. */
function unplanned(
  { reason }: Stay,
  leftAt: Instant,
  ending: string,
  { nurse }: Team,
  draw: Draw,
): StayStep[] {
  return [
    wardStep(leftAt, nurse, 'discharge', { ending }),
    wardStep(hoursAfter(leftAt, 0.5, 8, draw), nurse, 'send-utskrivningsinformation', {
      way: 'here',
      text: reason.information,
    }),
  ];
}

/** She turns out to need nothing, and goes home like anybody. */
function withoutNeed(
  { noticeAt, ready }: StayCourse,
  team: (at: Instant) => Team,
  draw: Draw,
): Leaving {
  const judgedAt = somewhereOnTheWay(noticeAt, ready[0].at, draw);
  const leftAt = whenAtWork(hoursAfter(judgedAt, 4, 40, draw), LEAVING_HOURS, draw);
  const physician = staffName(team(judgedAt).physician);
  return {
    leftAt,
    steps: [
      wardStep(judgedAt, team(judgedAt).physician, 'no-need', { physician }),
      wardStep(leftAt, team(leftAt).nurse, 'discharge'),
    ],
  };
}

/** Neither at the very beginning nor at the very end of a span. */
export function somewhereOnTheWay(from: Instant, to: Instant, draw: Draw): Instant {
  const hours = (Date.parse(to) - Date.parse(from)) / HOUR_MS;
  return hoursAfter(from, hours * 0.2, hours * 0.9, draw);
}
