import type { Updates } from '../situation';

/** The ward's one list of what must be with the patient. */
export const readinessUpdates = {
  noteTick: ({ context, event }) => {
    if (event.type !== 'tick-readiness' || !('unit' in event.actor)) return {};
    const { item, status } = event.payload;
    const tick = { status, unit: event.actor.unit, at: event.occurredAt };
    return { readiness: { ...context.readiness, [item]: tick } };
  },
} satisfies Updates;
