import { unitsForwardedTo } from '@workflows/message';
import type { DischargeContext } from './context';

/** Units whose staff may act for the case as a whole: the ward and those who were told. */
export function liveUnits({ unit, receivers }: DischargeContext): readonly string[] {
  return [...new Set([unit, ...receivers.map((receiver) => receiver.unit)])];
}

/** Units that write to each other: those of them that have accounts, and whom a message reached later. */
export function writingUnits(context: DischargeContext): readonly string[] {
  const outside = context.receivers.filter(({ external }) => external === true);
  const live = liveUnits(context).filter((unit) => !outside.some((each) => each.unit === unit));
  return [...new Set([...live, ...unitsForwardedTo(context)])];
}
