import type { DiscloseEffect } from '@hemgang/engine';
import { assign, setup } from 'xstate';
import { initialContext, type AvvikelseContext, type AvvikelseInput } from './context';
import type { AvvikelseDuty } from './duties';
import type { AvvikelseEvent } from './events';
import { updates, type Situation } from './updates';

type Assign = ReturnType<
  typeof assign<AvvikelseContext, AvvikelseEvent, undefined, AvvikelseEvent, never>
>;

function assigned(named: typeof updates): { readonly [Name in keyof typeof updates]: Assign } {
  const actions = Object.entries(named).map(([name, update]) => [name, assign(update)]);
  return Object.fromEntries(actions) as { readonly [Name in keyof typeof updates]: Assign };
}

const avvikelseSetup = setup({
  types: {
    context: {} as AvvikelseContext,
    input: {} as AvvikelseInput,
    events: {} as AvvikelseEvent,
    tags: {} as AvvikelseDuty | 'over',
  },
  actions: {
    ...assigned(updates),
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
  },
});

type Words = 'CONSENT_OR_EXCEPTION' | 'PROCESS';

/**
 * One side is told what the other has done. Free words may say something of a patient, so they need a
 * ground as any content does; that somebody has received or closed it needs none.
 */
function tell(side: 'reporter' | 'concerned', entry: string, legalBasis: Words) {
  return {
    type: 'disclose' as const,
    params: ({ context }: Situation) => ({ entry, legalBasis, units: [context[side]] }),
  };
}

/**
 * Something that went wrong between two huvudmän: reported by one, received and answered by the other,
 * closed by the first. One machine, one case.
 */
export const avvikelseMachine = avvikelseSetup.createMachine({
  id: 'avvikelse',
  context: ({ input }) => initialContext(input),
  initial: 'reported',
  states: {
    reported: {
      tags: 'ta-emot-avvikelse',
      on: {
        // The words go out with the opening; its input holds the rest.
        'report-avvikelse': {
          actions: tell('concerned', 'avvikelse-rapporterad', 'CONSENT_OR_EXCEPTION'),
        },
        'withdraw-avvikelse': {
          target: 'withdrawn',
          actions: ['noteEnded', tell('concerned', 'avvikelse-atertagen', 'PROCESS')],
        },
        'receive-avvikelse': {
          target: 'received',
          actions: ['noteReceived', tell('reporter', 'avvikelse-mottagen', 'PROCESS')],
        },
      },
    },
    received: {
      tags: 'besvara-avvikelse',
      on: {
        'answer-avvikelse': {
          target: 'answered',
          actions: ['noteAnswer', tell('reporter', 'avvikelse-besvarad', 'CONSENT_OR_EXCEPTION')],
        },
      },
    },
    answered: {
      tags: 'avsluta-avvikelse',
      on: {
        'send-back-answer': {
          target: 'received',
          actions: [
            'noteSentBack',
            tell('concerned', 'avvikelse-tillbaka', 'CONSENT_OR_EXCEPTION'),
          ],
        },
        'close-avvikelse': {
          target: 'closed',
          actions: ['noteEnded', tell('concerned', 'avvikelse-avslutad', 'PROCESS')],
        },
      },
    },
    closed: { tags: 'over' },
    withdrawn: { tags: 'over' },
  },
});
