import type { HandoverDuty } from './duties';

/** When each duty of a receiver is due, in words for README.md. */
export const dueWords: Readonly<Record<HandoverDuty, string>> = {
  kvittens: 'agreed hours after the oldest unacknowledged message could be seen',
  svar: 'agreed hours after the first notice, or after the patient was moved from the own ward',
  planering: 'agreed hours after the first notice, or after an answer that changed to needing help',
  beredskap:
    'the expected discharge; once utskrivningsklar, start of the day payment liability begins',
  overtagande:
    'at home: agreed hours after the planned first visit, without a plan after the leaving (or after the receiver could receive, if later) · korttids, SÄBO: agreed hours after the leaving · nobody at home: with the next plan',
  startplanering: 'agreed hours after the leaving; after a visit that found nobody: fewer',
  'utebliven-start': 'at once',
  'boka-kontakt': 'agreed hours after the leaving, or after a contact that did not take place',
  'avtalad-kontakt': 'end of the local day of the booked contact',
  'planera-hemgang': 'agreed hours after the arrival at the korttids',
  'fast-vardkontakt': 'the expected discharge; once the patient has left, that moment',
  'oppenvard-klarlagd': 'agreed hours after the first notice',
};
