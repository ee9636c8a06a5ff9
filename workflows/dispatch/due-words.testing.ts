import type { DispatchDuty } from './duties';

/** When each duty of a dispatch is due, in words for README.md. */
export const dueWords: Readonly<Record<DispatchDuty, string>> = {
  'skicka-externt': 'agreed hours after the oldest of what has not been sent was written',
};
