import { defineCommand, freeText, idField, type CommandDeclaration } from '@hemgang/engine';
import { z } from 'zod';
import type { AtagandeContext } from './context';

/** Everybody who acts for a party of a discharge. */
export const PARTIES = [
  'ward-staff',
  'physician',
  'municipal-coordinator',
  'municipal-nurse',
  'primary-care-nurse',
  'specialist-nurse',
  'open-care-manager',
];

const to = 'atagande';
const address = 'atagande';
const rule = 'avtal atagande';

const atagandePayload = z.strictObject({ atagande: idField });
const reasonPayload = atagandePayload.extend({ reason: freeText });
const withdrawalPayload = atagandePayload.extend({ reason: freeText.optional() });

/** Who was asked. */
const asked = ({ to: unit }: AtagandeContext) => (unit === null ? [] : [unit]);

const accept = defineCommand<AtagandeContext, z.output<typeof atagandePayload>>({
  name: 'accept-atagande',
  to,
  address,
  by: asked,
  payload: atagandePayload,
  content: [],
  roles: PARTIES,
  label: { sv: 'Ja, vi åtar oss det', en: 'Yes, we take it on' },
  consequence: {
    sv: 'Åtagandet är ert från nu och ligger i er lista. Den som föreslog det får veta.',
    en: 'The commitment is yours from now on and stands in your list. The proposer is told.',
  },
  possibleWhen: {
    sv: 'Kan göras av den som har fått ett förslag och inte har svarat.',
    en: 'Possible for whoever has got a proposal and has not answered.',
  },
  rule,
  refuse: [],
  makulera: 'returns',
  example: { atagande: 'a7' },
});

const decline = defineCommand<AtagandeContext, z.output<typeof reasonPayload>>({
  name: 'decline-atagande',
  to,
  address,
  by: asked,
  payload: reasonPayload,
  content: ['reason'],
  roles: PARTIES,
  label: { sv: 'Nej, vi kan inte åta oss det', en: 'No, we cannot take it on' },
  consequence: {
    sv: 'Den som föreslog åtagandet får veta varför och får hitta en annan väg.',
    en: 'The proposer is told why and must find another way.',
  },
  possibleWhen: {
    sv: 'Kan göras av den som har fått ett förslag och inte har svarat.',
    en: 'Possible for whoever has got a proposal and has not answered.',
  },
  rule,
  refuse: [],
  makulera: 'returns',
  example: { atagande: 'a7', reason: 'Vi har ingen bil i helgen.' },
});

const fulfil = defineCommand<AtagandeContext, z.output<typeof atagandePayload>>({
  name: 'fulfil-atagande',
  to,
  address,
  payload: atagandePayload,
  content: [],
  roles: PARTIES,
  label: { sv: 'Åtagandet är klart', en: 'The commitment is done' },
  consequence: {
    sv: 'Uppgiften försvinner ur er lista och de andra som känner till den får veta.',
    en: 'The duty leaves your list and the others who know of it are told.',
  },
  possibleWhen: {
    sv: 'Kan göras av den enhet som har åtagit sig något och inte har gjort det än.',
    en: 'Possible for the unit that has committed itself to something and has not done it yet.',
  },
  rule,
  refuse: [],
  makulera: 'returns',
  example: { atagande: 'a7' },
});

const withdraw = defineCommand<AtagandeContext, z.output<typeof withdrawalPayload>>({
  name: 'withdraw-atagande',
  to,
  address,
  // Who asked may find that it is not needed any more, also when the other has said yes.
  by: ({ owner, by }) => [owner, by],
  payload: withdrawalPayload,
  content: ['reason'],
  roles: PARTIES,
  label: { sv: 'Återkalla åtagandet', en: 'Withdraw the commitment' },
  consequence: {
    sv: 'Ingen väntar längre på det. De som känner till åtagandet får veta.',
    en: 'Nobody waits for it any more. Those who know of the commitment are told.',
  },
  possibleWhen: {
    sv: 'Kan göras av den som har föreslagit eller åtagit sig något som inte är klart.',
    en: 'Possible for whoever has proposed or taken on something that is not done.',
  },
  rule,
  refuse: [],
  makulera: 'returns',
  example: { atagande: 'a7', reason: 'Dottern ordnar det själv.' },
});

/** What the parties of a commitment can do with it. */
export const atagandeCommands: readonly CommandDeclaration[] = [accept, decline, fulfil, withdraw];
