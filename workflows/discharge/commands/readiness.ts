import { defineCommand } from '@hemgang/engine';
import { PARTIES } from '@workflows/atagande';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import { liveUnits } from '../parties';
import { READINESS_ITEMS, READINESS_STATUSES } from '../readiness';
import { to } from './ward';

const tickPayload = z.strictObject({
  item: z.enum(READINESS_ITEMS),
  status: z.enum(READINESS_STATUSES),
});

const tickReadiness = defineCommand<DischargeContext, z.output<typeof tickPayload>>({
  name: 'tick-readiness',
  to,
  by: liveUnits,
  whileOpen: true,
  payload: tickPayload,
  content: [],
  roles: PARTIES,
  label: { sv: 'Bocka av inför hemgång', en: 'Tick off for going home' },
  consequence: {
    sv: 'Alla i ärendet ser att det är ordnat, vilken enhet som sa det och när.',
    en: 'Everybody in the case sees that it is arranged, which unit said so, and when.',
  },
  possibleWhen: {
    sv: 'Kan göras av avdelningen och av mottagarna tills ärendet är avslutat.',
    en: 'Possible for the ward and the receivers until the case is closed.',
  },
  rule: 'avtal hemgangsklar',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Ange rätt läge för punkten på nytt i stället.',
      en: 'Enter the right state of the item anew instead.',
    },
  },
  example: { item: 'medicines', status: 'done' },
});

/** The one list of what must be with the patient on the way home, filled by whoever did it. */
export const readinessCommands = [tickReadiness];
