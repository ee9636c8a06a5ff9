import { toldAt } from './afterwards';
import type { CaseEvent, MachineEvent } from './event';

/** The case's event as its machines see it. */
export function outsideEvent(event: CaseEvent): MachineEvent {
  const { type, seq, occurredAt, recordedAt, actor, payload, given } = event;
  const told = toldAt(event);
  return { type, seq, occurredAt, recordedAt, toldAt: told, actor, payload, given, from: null };
}
