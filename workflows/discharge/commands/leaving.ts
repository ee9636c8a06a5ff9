import type { Refusal } from './refusals';
import { noPayload } from '@hemgang/engine';
import { define, to, WARD } from './ward';

const notJudgedReady: Refusal<unknown> = {
  when: ({ needs, utskrivningsklar }) => needs !== null && utskrivningsklar === null,
  why: {
    sv: 'En läkare måste först ha bedömt patienten som utskrivningsklar.',
    en: 'A physician must first have judged the patient ready for discharge.',
  },
  rule: '2017:612 3:1',
};

const discharge = define({
  name: 'discharge',
  to,
  payload: noPayload,
  content: [],
  roles: WARD,
  label: { sv: 'Patienten har lämnat avdelningen', en: 'The patient has left the ward' },
  consequence: {
    sv: 'Mottagarna får utskrivningsmeddelandet och ska bekräfta att de har tagit över.',
    en: 'The receivers get the discharge message and must confirm that they have taken over.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är kvar, när inskrivningsmeddelandet är skickat eller inget behov är bedömt.',
    en: 'Possible while the patient is here, when the notice has been sent or no need is judged.',
  },
  rule: '2017:612 3:2',
  refuse: [notJudgedReady],
  example: {},
});

const registerDeath = define({
  name: 'register-death',
  to,
  payload: noPayload,
  content: [],
  roles: WARD,
  label: { sv: 'Patienten har avlidit', en: 'The patient has died' },
  consequence: {
    sv: 'Alla mottagare får veta det genast och alla uppgifter i ärendet avslutas.',
    en: 'All receivers are told at once and every duty of the case ends.',
  },
  possibleWhen: {
    sv: 'Kan göras medan patienten är inskriven.',
    en: 'Possible while the patient is admitted.',
  },
  rule: '2017:612 1:2',
  refuse: [],
  example: {},
});

/** How a stay ends. */
export const leavingCommands = [discharge, registerDeath];
