import type { MoveDuty } from './duties';

/** When each duty of a move is due, in words for README.md. */
export const dueWords: Readonly<Record<MoveDuty, string>> = {
  omflyttning:
    'agreed hours after the request, after the planned time, or after the patient could be moved: the latest',
};
