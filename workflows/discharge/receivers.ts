import { isExternal } from '@hemgang/engine';
import type { ReceiverKind } from '@workflows/handover';
import type { Receiver } from './context';
import { receiverKind, type DischargeEvent } from './events';

/**
 * The receivers that an event adds. Their handovers are named after the event's sequence number, so
 * that a unit told a second time gets a handover of its own.
 */
export function addedBy(event: DischargeEvent): Receiver[] {
  return unitsOf(event).flatMap((unit, index) => {
    const kind = kindOf(event, unit);
    if (kind === undefined) return [];
    const receiver = { handover: `h${event.seq}-${index + 1}`, unit, kind };
    return [isExternal(event.given, unit) ? { ...receiver, external: true } : receiver];
  });
}

function unitsOf(event: DischargeEvent): readonly string[] {
  switch (event.type) {
    case 'send-inskrivningsmeddelande':
      return event.payload.receivers;
    case 'readdress':
    case 'add-receiver':
    case 'municipality-transferred':
      return [event.payload.unit];
    default:
      return [];
  }
}

/** Only social services move cases between them; who accepts need not be looked up anew. */
function kindOf(event: DischargeEvent, unit: string): ReceiverKind | undefined {
  return event.type === 'municipality-transferred'
    ? 'municipal-social'
    : receiverKind(event.given, unit);
}
