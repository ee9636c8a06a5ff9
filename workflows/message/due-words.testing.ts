import type { MessageDuty } from './duties';

/** When each duty of a message is due, in words for README.md. */
export const dueWords: Readonly<Record<MessageDuty, string>> = {
  'meddelande-kvittens': 'agreed hours after the receiver got it; fewer when it is acute',
};
