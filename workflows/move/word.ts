import type { Text } from '@hemgang/kernel';

/** What people see of a move, by its state. */
export const MOVE_WORDS = {
  requested: { sv: 'Flytt begärd', en: 'Move requested' },
  accepted: { sv: 'Flyttad', en: 'Moved' },
  declined: { sv: 'Flytten avböjd', en: 'Move declined' },
  cancelled: { sv: 'Begäran om flytt återtagen', en: 'Request for a move taken back' },
  ended: { sv: 'Flytten blev inte av', en: 'The move did not happen' },
} as const satisfies Record<string, Text>;

export type MoveWord = keyof typeof MOVE_WORDS;
