import type { DischargeContext } from './context';

/** Units whose staff may act for the case as a whole: the ward and those who were told. */
export function liveUnits({ unit, receivers }: DischargeContext): readonly string[] {
  return [...new Set([unit, ...receivers.map((receiver) => receiver.unit)])];
}
