import { ATAGANDE, atagandeId, dueAt } from '@workflows/atagande';
import { liveUnits } from '../parties';
import { dischargeSetup } from '../setup';
import type { Situation } from '../situation';

/**
 * Commitments between the parties, as long as the case is open: handled above the regions, since no
 * obligation of the ward waits for them. Each is a machine of its own, which lives on by itself.
 */
export const ataganden = dischargeSetup.createStateConfig({
  on: {
    'take-on': { actions: [open(), say('taken-on'), tellWords('atagande')] },
    'propose-atagande': { actions: [open(), say('proposed'), tellWords('atagande-foreslaget')] },
  },
});

function open() {
  return {
    type: 'open' as const,
    params: (situation: Situation) => ({
      machines: [{ id: atagandeId(situation.event), kind: ATAGANDE, input: inputOf(situation) }],
    }),
  };
}

/** The new machine's first message, in the same step. */
function say(type: 'taken-on' | 'proposed') {
  return {
    type: 'send' as const,
    params: ({ event }: Situation) => ({ to: [atagandeId(event)], event: { type, payload: {} } }),
  };
}

function tellWords(entry: string) {
  return {
    type: 'disclose' as const,
    params: (situation: Situation) => ({
      entry,
      legalBasis: 'CONSENT_OR_EXCEPTION' as const,
      units: inputOf(situation).told,
    }),
  };
}

function inputOf({ context, event }: Situation) {
  const by = 'unit' in event.actor ? event.actor.unit : context.unit;
  const since = event.toldAt;
  switch (event.type) {
    case 'propose-atagande': {
      const { unit } = event.payload;
      return { by, to: unit, told: [unit], since, dueAt: dueAt(event.payload) };
    }
    case 'take-on': {
      const others = liveUnits(context).filter((unit) => unit !== by);
      // What a receiver does itself concerns the ward; what the ward does concerns them all.
      const told = by === context.unit ? others : [context.unit];
      return { by, to: null, told, since, dueAt: dueAt(event.payload) };
    }
    default:
      throw new Error(`"${event.type}" makes no commitment`);
  }
}
