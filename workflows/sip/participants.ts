import type { Participant } from './context';
import type { SipEvent } from './events';

/** The units that an event calls, each with the machine it opens for it. */
export function calledBy(event: SipEvent): readonly Participant[] {
  if (event.type !== 'call') return [];
  return event.payload.units.map((unit, index) => ({
    participant: `p${event.seq}-${index + 1}`,
    unit,
  }));
}
