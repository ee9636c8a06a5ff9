import { all, discloseTo } from '../setup';
import type { Situation } from '../situation';

/** Opens a move to the ward that the event names; the ward that asks keeps the patient until then. */
const openMove = {
  type: 'open' as const,
  params: ({ context, event }: Situation) => ({
    machines:
      event.type === 'request-move' && context.move !== undefined
        ? [
            {
              id: context.move,
              kind: 'move',
              input: {
                unit: event.payload.unit,
                from: context.unit,
                requestedAt: event.toldAt,
                plannedAt: event.payload.plannedAt ?? null,
              },
            },
          ]
        : [],
  }),
};

const askOtherWard = {
  type: 'disclose' as const,
  params: ({ event }: Situation) => ({
    entry: 'omflyttning-begard',
    legalBasis: 'PROCESS' as const,
    units: event.type === 'request-move' ? [event.payload.unit] : [],
  }),
};

/** The receivers answer to the other ward from now on, and it answers for what this one promised. */
const changeWard = {
  type: 'send' as const,
  params: ({ context, event }: Situation) => ({
    to: event.type === 'moved' ? ('every-other' as const) : [],
    event: {
      type: 'ward-changed',
      payload: event.type === 'moved' ? { from: context.unit, ward: event.payload.unit } : {},
    },
  }),
};

/** What may happen with moves as long as the patient is on a ward. */
export const moving = {
  'request-move': { actions: ['noteMoveRequested', openMove, askOtherWard] },
  // From here on the other ward is the ward; every duty of the ward follows by itself.
  moved: {
    actions: [changeWard, 'noteMoved', discloseTo(all, 'omflyttning', 'PROCESS')],
  },
  'move-ended': { actions: 'noteMoveEnded' },
} as const;

/** A patient who has left or died is not moved any more. */
export const endMove = [
  {
    type: 'send' as const,
    params: ({ context }: Situation) => ({
      to: context.move === undefined ? [] : [context.move],
      event: { type: 'stay-ended', payload: {} },
    }),
  },
  'noteMoveEnded',
] as const;
