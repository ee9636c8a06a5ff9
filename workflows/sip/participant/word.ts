import type { MachineState } from '@hemgang/engine';
import type { Text } from '@hemgang/kernel';
import type { ParticipantContext } from './context';

/** How a called unit stands, in the order of its life. */
export const PARTICIPANT_WORDS = {
  called: { sv: 'Kallad, har inte svarat', en: 'Called, has not answered' },
  attends: { sv: 'Deltar', en: 'Takes part' },
  'does-not-attend': { sv: 'Deltar inte', en: 'Does not take part' },
  'new-time': { sv: 'Vill ha en ny tid', en: 'Asks for a new time' },
  unanswered: { sv: 'Svarade inte', en: 'Did not answer' },
  approved: { sv: 'Har justerat planen', en: 'Has approved the plan' },
  reserved: { sv: 'Har justerat med reservation', en: 'Has approved with a reservation' },
  ended: { sv: 'Kallas inte längre', en: 'No longer called' },
} as const satisfies Record<string, Text>;

export type ParticipantWord = keyof typeof PARTICIPANT_WORDS;

/** The furthest point that a called unit has reached. */
export function participantWord({ value, context }: MachineState): ParticipantWord {
  const { answer } = value as unknown as { answer: string };
  const { answer: said, approved, plan } = context as unknown as ParticipantContext;
  if (approved !== undefined && approved.version === plan?.version)
    return approved?.reserved ? 'reserved' : 'approved';
  if (answer === 'past') return 'ended';
  if (answer === 'asked') return 'called';
  return said ?? 'unanswered';
}
