import type { Instant } from '@hemgang/kernel';
import type { Draw } from './draw';
import type { Stay, Team } from './stay';
import { hoursAfter } from './stay-course';
import { called, nextCall } from './stay-carrying';
import { somewhereOnTheWay } from './stay-leaving';
import type { Receiving } from './stay-receiving';
import { wardStep, type StayStep } from './stay-step';
import { OTHER_HOSPITALS } from './stay-texts';

const HOURS_TO_DEATH_MAX = 240;

/** A stay as it would have gone on to its planned end. */
export interface WholeStay {
  readonly steps: readonly StayStep[];
  readonly noticeAt: Instant;
  readonly leftAt: Instant;
  readonly units: readonly Receiving[];
  readonly team: (at: Instant) => Team;
}

/** The life of a stay up to what ends it for everybody, and what that makes necessary. */
export function endedEarly(
  { turns }: Stay,
  { steps, noticeAt, leftAt, units, team }: WholeStay,
  draw: Draw,
): readonly StayStep[] {
  const died = (at: Instant) => wardStep(at, team(at).physician, 'register-death');
  switch (turns.ending) {
    case 'died':
      return upTo(died(somewhereOnTheWay(noticeAt, leftAt, draw)), steps, units);
    case 'died-afterwards':
      return upTo(died(hoursAfter(leftAt, 6, HOURS_TO_DEATH_MAX, draw)), steps, units);
    case 'transferred': {
      const at = somewhereOnTheWay(noticeAt, leftAt, draw);
      const [region, hospital] = draw.of(OTHER_HOSPITALS);
      const transfer = wardStep(at, team(at).nurse, 'transfer-to-region', { region, hospital });
      return upTo(transfer, steps, units);
    }
    case 'no-need': {
      const end = steps.find(({ command }) => command === 'no-need');
      return end === undefined ? steps : withoutReceivers(end, steps, units);
    }
    default:
      return steps;
  }
}

/** Nothing comes after the end but that those outside are told of it, if they knew of her. */
function upTo(end: StayStep, steps: readonly StayStep[], units: readonly Receiving[]): StayStep[] {
  return [...steps.filter(({ at }) => at < end.at), end, ...lastCalls(end.at, units)];
}

/** Those outside who had heard of the patient hear of the end. */
export function lastCalls(endedAt: Instant, units: readonly Receiving[]): StayStep[] {
  return units
    .filter(({ isOutside, toldAt }) => isOutside && toldAt < endedAt)
    .map((unit) => called(unit, nextCall(endedAt, unit.draw)));
}

/** The receivers have nothing more to do; the ward goes on by itself. */
function withoutReceivers(
  end: StayStep,
  steps: readonly StayStep[],
  units: readonly Receiving[],
): StayStep[] {
  const leaving = steps.filter(({ at, command }) => at > end.at && command === 'discharge');
  return [...upTo(end, steps, units), ...leaving];
}
