import {
  addDays,
  instantAt,
  later,
  localDate,
  MINUTE_MS,
  plusMs,
  type Instant,
} from '@hemgang/kernel';
import { Draw } from './draw';
import { staffName, type Stay, type Team } from './stay';
import { hoursAfter, type Readiness, type StayCourse } from './stay-course';
import { wardStep, type StayStep } from './stay-step';
import { NOT_CARRIED_OUT_REASONS, WITHDRAW_REASONS } from './stay-texts';
import { LEAVING_HOURS, whenAtWork } from './working-hours';

/** Between a judgement and its being written down. */
const MINUTES_TO_WRITE = 15;

/** Who answers for the patient at a time: the other ward from when it has taken over. */
export function teamsOf({ team, nextTeam }: Stay, { move }: StayCourse): (at: Instant) => Team {
  return (at) => (nextTeam !== null && move !== null && at >= move.takenOverAt ? nextTeam : team);
}

/** The patient is admitted; the body is the same whenever it happens. */
export function admission(stay: Stay, at: Instant): StayStep {
  const { number, name, address, municipality, halsocentral } = stay.patient;
  return wardStep(at, stay.team.nurse, 'admit', {
    patient: { number, name, address, municipality },
    listedAt: halsocentral,
    ...(stay.isNeedPlain ? { needs: stay.needs } : {}),
    physician: staffName(stay.team.physician),
  });
}

/** Somebody who needs nothing afterwards simply goes home. */
export function goingHome({ team }: Stay, admittedAt: Instant, draw: Draw): StayStep {
  const at = whenAtWork(hoursAfter(admittedAt, 20, 110, draw), LEAVING_HOURS, draw);
  return wardStep(at, team.nurse, 'discharge');
}

/** From the judged need to the last judgement that the patient is utskrivningsklar. */
export function stepsOnWard(stay: Stay, course: StayCourse): StayStep[] {
  const { needs, mistake, isNeedPlain, destination, team } = stay;
  const { needAt, noticeAt, expectedAt, change, ready } = course;
  const judgement = {
    needs,
    judgedAt: shortlyBefore(needAt),
    physician: staffName(team.physician),
  };
  const receivers = stay.receivers.map((unit) =>
    unit === mistake?.insteadOf ? mistake.unit : unit,
  );
  const teams = teamsOf(stay, course);
  return [
    ...(isNeedPlain ? [] : [wardStep(needAt, team.physician, 'judge-need', judgement)]),
    wardStep(noticeAt, team.nurse, 'send-inskrivningsmeddelande', {
      receivers,
      expectedDischargeAt: expectedAt,
      ...(destination === null ? {} : { destination }),
    }),
    ...(change === null
      ? []
      : [
          wardStep(change.at, teams(change.at).nurse, 'change-expected-discharge', {
            expectedDischargeAt: change.expectedAt,
          }),
        ]),
    ...moving(stay, course),
    ...compulsoryCare(stay, course),
    ...ready.flatMap((readiness) => stepsOfReadiness(stay, readiness, teams(readiness.at))),
  ];
}

/** The other ward is asked, and takes the patient over. */
function moving({ team, nextTeam }: Stay, { move }: StayCourse): StayStep[] {
  if (nextTeam === null || move === null) return [];
  return [
    wardStep(move.askedAt, team.nurse, 'request-move', { unit: nextTeam.ward }),
    wardStep(move.takenOverAt, nextTeam.nurse, 'accept-move'),
  ];
}

/** LPT from the beginning until somebody sends the notice: it has ended before the stay does. */
function compulsoryCare({ turns, team }: Stay, { admittedAt, noticeAt }: StayCourse): StayStep[] {
  if (!turns.compulsory) return [];
  const notedAt = plusMs(admittedAt, MINUTES_TO_WRITE * MINUTE_MS);
  const endedAt = plusMs(noticeAt, MINUTES_TO_WRITE * MINUTE_MS);
  return [
    wardStep(notedAt, team.physician, 'note-compulsory-care', { law: 'lpt' }),
    wardStep(endedAt, team.physician, 'note-compulsory-care', { law: 'none' }),
  ];
}

function stepsOfReadiness(
  stay: Stay,
  { at, toldAt, withdrawnAt }: Readiness,
  { nurse, physician }: Team,
): StayStep[] {
  const isHindered = toldAt > at;
  const judgement = { physician: staffName(physician), judgedAt: shortlyBefore(at) };
  const reason = new Draw(`withdrawal ${stay.name}`).of(WITHDRAW_REASONS);
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

/** The day comes and she stays: the receivers are told when it is to be instead. */
export function notCarriedOut(at: Instant, { nurse }: Team, draw: Draw): StayStep {
  return wardStep(at, nurse, 'report-discharge-not-carried-out', {
    reason: draw.of(NOT_CARRIED_OUT_REASONS),
    expectedDischargeAt: later(instantAt(addDays(localDate(at), 1), '13:00'), at),
  });
}

function shortlyBefore(at: Instant): Instant {
  return plusMs(at, -MINUTES_TO_WRITE * MINUTE_MS);
}
