import { localDate, type Instant } from '@hemgang/kernel';
import { Draw } from './draw';
import type { Stay } from './stay';
import type { Receiving } from './stay-receiving';
import type { StayStep } from './stay-step';

const SHARE_WITH_REHAB = 0.35;
const SHARE_STILL_WAITING = 0.15;
/** In hours; a week and more is common. */
const UNTIL_ASSESSMENT = [20, 300] as const;
const UNTIL_MEASURE = [0.5, 200] as const;

/** How long some patients wait for rehabilitation at home, as the municipality's nurses register it. */
export function rehabOf(
  { name }: Stay,
  leftAt: Instant,
  units: readonly Receiving[],
): readonly StayStep[] {
  // By chance of its own: nothing else of the stay depends on it.
  const draw = new Draw(`rehab ${name}`);
  const receiver = units.find(({ kind, isOutside }) => kind === 'municipal-health' && !isOutside);
  if (receiver === undefined || !draw.happens(SHARE_WITH_REHAB)) return [];
  const referredAt = receiver.after(leftAt, 2, 30);
  const assessedAt = receiver.after(referredAt, ...UNTIL_ASSESSMENT);
  const startedAt = receiver.after(assessedAt, ...UNTIL_MEASURE);
  const said = (at: Instant, step: string) =>
    receiver.step(at, 'register-rehab', { step, on: localDate(at) });
  return [
    said(referredAt, 'referral'),
    ...(draw.happens(SHARE_STILL_WAITING)
      ? []
      : [said(assessedAt, 'assessment'), said(startedAt, 'first-measure')]),
  ];
}
