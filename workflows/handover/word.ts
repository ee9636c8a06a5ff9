import type { MachineState, MachineValue } from '@hemgang/engine';
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
  withdrawn: { sv: 'Har dragit sig ur', en: 'Has withdrawn' },
  removed: { sv: 'Behövs inte längre', en: 'No longer needed' },
  ended: { sv: 'Avslutad', en: 'Ended' },
} as const satisfies Record<string, Text>;

export type HandoverWord = keyof typeof HANDOVER_WORDS;

interface LiveRegions {
  readonly answer: string;
  readonly reception: string;
}

/** The furthest point this receiver has reached. */
export function handoverWord({ value, context }: MachineState): HandoverWord {
  if (isEnd(value)) return value;
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

const ENDS = ['rejected', 'withdrawn', 'removed', 'ended'] as const;

/** A handover that is not live is in one state, named by its word. */
function isEnd(value: MachineValue): value is (typeof ENDS)[number] {
  return ENDS.some((end) => end === value);
}
