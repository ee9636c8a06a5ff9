import type { MachineState } from '@hemgang/engine';
import type { Text } from '@hemgang/kernel';
import type { HandoverContext } from './context';

/** What people see of a handover: derived, never stored. */
export const HANDOVER_WORDS = {
  notified: { sv: 'Meddelad', en: 'Notified' },
  acknowledged: { sv: 'Kvitterad', en: 'Acknowledged' },
  answered: { sv: 'Besvarad', en: 'Answered' },
  planning: { sv: 'Planerar', en: 'Planning' },
  ready: { sv: 'Klar att ta emot', en: 'Ready to receive' },
  leaving: { sv: 'Ska ta över', en: 'Due to take over' },
  'taken-over': { sv: 'Har tagit över', en: 'Has taken over' },
  rejected: { sv: 'Felsänt', en: 'Wrong recipient' },
  ended: { sv: 'Avslutad', en: 'Ended' },
} as const satisfies Record<string, Text>;

export type HandoverWord = keyof typeof HANDOVER_WORDS;

interface LiveRegions {
  readonly answer: string;
  readonly reception: string;
}

/** The furthest point this receiver has reached. */
export function handoverWord({ value, context }: MachineState): HandoverWord {
  if (value === 'rejected' || value === 'ended') return value;
  const { answer, reception } = (value as unknown as { live: LiveRegions }).live;
  switch (reception) {
    case 'takenOver':
      return 'taken-over';
    case 'takingOverOwed':
      return 'leaving';
    case 'ready':
      return 'ready';
    case 'readinessOwed':
      return 'planning';
    default:
      break;
  }
  if (answer === 'done') return 'answered';
  const { unacknowledged } = context as unknown as HandoverContext;
  return unacknowledged.length === 0 ? 'acknowledged' : 'notified';
}
