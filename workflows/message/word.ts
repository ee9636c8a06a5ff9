import type { MachineState } from '@hemgang/engine';
import type { Text } from '@hemgang/kernel';

/** How a message stands at one of its receivers, in the order of its life. */
export const MESSAGE_WORDS = {
  owed: { sv: 'Väntar på kvittens', en: 'Awaits a kvittens' },
  acknowledged: { sv: 'Kvitterat', en: 'Acknowledged' },
  struck: { sv: 'Makulerat', en: 'Struck' },
  withdrawn: { sv: 'Behöver inte kvitteras längre', en: 'Need not be acknowledged any more' },
  lapsed: { sv: 'Inte längre aktuellt', en: 'No longer needed' },
} as const satisfies Record<string, Text>;

export type MessageWord = keyof typeof MESSAGE_WORDS;

/** The state of a message is its word. */
export function messageWord({ value }: Pick<MachineState, 'value'>): MessageWord {
  return value as MessageWord;
}
