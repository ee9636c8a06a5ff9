import { DESTINATIONS } from '@workflows/handover';
import { z } from 'zod';
import { define, to, WARD } from './ward';

const planDestination = define({
  name: 'plan-destination',
  to,
  payload: z.strictObject({ destination: z.enum(DESTINATIONS) }),
  content: [],
  roles: WARD,
  label: { sv: 'Ange vart patienten ska', en: 'State where the patient goes' },
  consequence: {
    sv: 'Mottagarna får veta det och ska kvittera. Hemma väntas ett första besök, på korttids eller särskilt boende en ankomst.',
    en: 'The receivers are told and must acknowledge. At home a first visit is expected, in a short-term home or special housing an arrival.',
  },
  possibleWhen: {
    sv: 'Kan göras tills patienten har lämnat avdelningen.',
    en: 'Possible until the patient has left the ward.',
  },
  rule: 'avtal destination',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Ange rätt destination på nytt i stället.',
      en: 'Enter the right destination anew instead.',
    },
  },
  example: { destination: 'own-home' },
});

/** Where the patient goes. */
export const destinationCommands = [planDestination];
