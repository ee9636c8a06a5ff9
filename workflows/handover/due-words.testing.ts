import type { HandoverDuty } from './duties';

/** When each duty of a receiver is due, in words for README.md. */
export const dueWords: Readonly<Record<HandoverDuty, string>> = {
  kvittens: 'agreed hours after the oldest unacknowledged message could be seen',
  svar: 'agreed hours after the first notice',
  planering: 'agreed hours after the first notice',
  beredskap:
    'the expected discharge; once utskrivningsklar, start of the day payment liability begins',
  overtagande: 'agreed hours after the patient left, or after the receiver could receive if later',
  'fast-vardkontakt': 'the expected discharge; once the patient has left, that moment',
  'oppenvard-klarlagd': 'agreed hours after the first notice',
};
