import type { AtagandeDuty } from './duties';

/** When each duty of a commitment is due, in words for README.md. */
export const dueWords: Readonly<Record<AtagandeDuty, string>> = {
  atagande: 'the time given; without one, the end of the local day given',
  'foreslaget-atagande': 'the same: whoever proposes answers for it until the other has accepted',
};
