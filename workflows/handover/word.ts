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
  'nobody-came': { sv: 'Ingen kom', en: 'Nobody came' },
  'taken-over': { sv: 'Har tagit över', en: 'Has taken over' },
  'nothing-owed': { sv: 'Inget att ta över', en: 'Nothing to take over' },
  'at-korttids': { sv: 'På korttids', en: 'At a short-term home' },
  'stays-on': { sv: 'Bor kvar', en: 'Stays on' },
  rejected: { sv: 'Felsänt', en: 'Wrong recipient' },
  withdrawn: { sv: 'Har dragit sig ur', en: 'Has withdrawn' },
  removed: { sv: 'Behövs inte längre', en: 'No longer needed' },
  struck: { sv: 'Struken: fel person', en: 'Struck: wrong person' },
  ended: { sv: 'Avslutad', en: 'Ended' },
} as const satisfies Record<string, Text>;

export type HandoverWord = keyof typeof HANDOVER_WORDS;

/** States of the region from planning to taking over that say it all. */
const RECEPTION_WORDS: Readonly<Record<string, HandoverWord>> = {
  readinessOwed: 'planning',
  ready: 'ready',
  startUnplanned: 'leaving',
  startAwaited: 'leaving',
  contactUnbooked: 'leaving',
  contactBooked: 'leaving',
  nobodyCame: 'nobody-came',
  takenOver: 'taken-over',
  nothingOwed: 'nothing-owed',
  planOwed: 'at-korttids',
  staysOn: 'stays-on',
};

/** The furthest point this receiver has reached. */
export function handoverWord({ value, context }: MachineState): HandoverWord {
  const { unacknowledged, report } = context as unknown as HandoverContext;
  if (value === 'ended') return report?.outcome === 'started' ? 'taken-over' : 'ended';
  if (isEnd(value)) return value;
  const { live } = value as unknown as { live: string | { answer: string; reception: string } };
  const reception = typeof live === 'string' ? live : live.reception;
  const word = RECEPTION_WORDS[reception];
  if (word !== undefined) return word;
  if (typeof live !== 'string' && live.answer === 'done') return 'answered';
  return unacknowledged.length === 0 ? 'acknowledged' : 'notified';
}

const ENDS = ['rejected', 'withdrawn', 'removed', 'struck'] as const;

/** A handover that is not live is in one state, named by its word. */
function isEnd(value: MachineValue): value is (typeof ENDS)[number] {
  return ENDS.some((end) => end === value);
}
