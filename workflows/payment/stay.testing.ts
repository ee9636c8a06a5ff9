import { instantAt } from '@hemgang/kernel';
import { inOrder, type PaymentEvent, type PaymentEventType, type PaymentFacts } from './facts';

/** `'2026-03-02 10:15'` on a Swedish clock. */
export function at(local: string): string {
  const [date = '', time = '00:00'] = local.split(' ');
  return instantAt(date, time);
}

/** Events from `[type, local time]`, numbered in the order they are given. */
function events(
  ...told: readonly (readonly [PaymentEventType, string])[]
): readonly PaymentEvent[] {
  return inOrder(told.map(([type, local], index) => ({ type, at: at(local), id: index + 1 })));
}

/** A stay of an Umeå patient whose conditions are met as far as its events do not say otherwise. */
export function stay(
  admitted: string,
  told: readonly (readonly [PaymentEventType, string])[],
  more: Partial<PaymentFacts> = {},
): PaymentFacts {
  const admittedAt = at(admitted);
  const all = events(...told);
  return {
    admittedAt,
    needAssessedAt: null,
    careType: 'somatic',
    folkbokforing: '2480',
    placedBy: null,
    region: '24',
    sipRequired: false,
    sipDeclined: false,
    asOf: all.at(-1)?.at ?? admittedAt,
    events: all,
    ...more,
  };
}
