import { defineCommand, freeText, idField, noPayload } from '@hemgang/engine';
import { patient } from '@workflows/discharge';
import { z } from 'zod';
import { leadersOf, type SipContext } from '../context';
import { SIP_ROLES } from '../roles';
import type { Refusal } from './refusals';
import { define, to } from './sip';

const startPayload = z.strictObject({
  patient,
  /** The discharge that the SIP comes out of; its giver must be a party of it. */
  stay: idField.optional(),
  need: freeText,
});

/** Opens the case. Who the patient is and what she needs stay with the patient, never in the event. */
export const startSip = defineCommand<SipContext, z.output<typeof startPayload>>({
  name: 'start-sip',
  to,
  payload: startPayload,
  content: ['patient', 'need'],
  patient: 'another',
  lookups: { stay: ({ stay }) => stay },
  roles: SIP_ROLES,
  label: { sv: 'Starta en SIP', en: 'Start a SIP' },
  consequence: {
    sv: 'Ett ärende öppnas. Personen ska erbjudas en SIP och svaret antecknas. Hör den till ett vårdtillfälle ska den fasta vårdkontakten kalla.',
    en: 'A case is opened. The person is to be offered a SIP and the answer noted. In a stay the fast vårdkontakt calls.',
  },
  possibleWhen: {
    sv: 'Görs av vem som helst i hälso- och sjukvården eller socialtjänsten som ser behovet.',
    en: 'Done by anybody in health care or social services who sees the need.',
  },
  rule: 'HSL 16:4',
  refuse: [],
  makulera: {
    refused: {
      sv: 'En SIP stryks genom att hela SIP:en makuleras.',
      en: 'A SIP is struck by striking all of it.',
    },
  },
  example: {
    patient: {
      number: '19460529-9819',
      name: 'Elsa Sjöström',
      address: 'Storgatan 12, 903 26 Umeå',
      municipality: '2480',
    },
    need: 'Behöver både hemsjukvård och hemtjänst efter en stroke.',
  },
});

const saidNo: Refusal<unknown> = {
  when: ({ offeredAt, consent, attitude, clearedAt }) =>
    offeredAt !== null && consent === null && attitude === undefined && clearedAt === null,
  why: {
    sv: 'Personen har inte sagt ja. Erbjud SIP:en på nytt först.',
    en: 'The person has not said yes. Offer the SIP anew first.',
  },
  rule: 'HSL 16:4',
};

const linkPayload = z.strictObject({ stay: idField });

const linkStay = defineCommand<SipContext, z.output<typeof linkPayload>>({
  name: 'link-stay',
  to,
  payload: linkPayload,
  content: [],
  lookups: { patient: true, stay: ({ stay }) => stay },
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'Koppla till ett vårdtillfälle', en: 'Link to a stay' },
  consequence: {
    sv: 'Personen är inlagd och planen ses över där. Den fasta vårdkontakten ska kalla senast tre dagar efter att personen är utskrivningsklar.',
    en: 'The person is in hospital and the plan is reviewed there. The fast vårdkontakt calls within three days of the notice.',
  },
  possibleWhen: {
    sv: 'Kan göras tills SIP:en är avslutad.',
    en: 'Possible until the SIP is closed.',
  },
  rule: '2017:612 4:1',
  refuse: [saidNo],
  makulera: {
    refused: {
      sv: 'Koppla till rätt vårdtillfälle i stället.',
      en: 'Link to the right stay instead.',
    },
  },
  example: { stay: '0b0c7a4e-6f0e-4c56-9a53-2c8f0a5f1d11' },
});

const offerSip = define({
  name: 'offer-sip',
  to,
  payload: noPayload,
  content: [],
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'SIP är erbjuden', en: 'The SIP has been offered' },
  consequence: {
    sv: 'Nästa steg är att anteckna vad personen svarar.',
    en: 'The next step is to note what the person answers.',
  },
  possibleWhen: {
    sv: 'Kan göras tills personen har fått frågan, och på nytt efter ett nej.',
    en: 'Possible until the person has been asked, and anew after a no.',
  },
  rule: 'HSL 16:4',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Anteckna svaret, eller makulera hela SIP:en.',
      en: 'Note the answer, or strike the whole SIP.',
    },
  },
  example: {},
});

const reasonPayload = z.strictObject({ reason: freeText });

const refuseSip = defineCommand<SipContext, z.output<typeof reasonPayload>>({
  name: 'refuse-sip',
  to,
  payload: reasonPayload,
  content: ['reason'],
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'Avstå från SIP', en: 'Do not make a SIP' },
  consequence: {
    sv: 'Ett undantag: skälet skrivs ned och står kvar. Ingen kallar till SIP.',
    en: 'An exception: the reason is written down and stays. Nobody is called to a SIP.',
  },
  possibleWhen: {
    sv: 'Kan göras tills personen har erbjudits en SIP.',
    en: 'Possible until the person has been offered a SIP.',
  },
  rule: 'avtal sip-avstaende',
  refuse: [],
  makulera: {
    refused: { sv: 'Erbjud personen en SIP i stället.', en: 'Offer the person a SIP instead.' },
  },
  example: { reason: 'Behoven möts redan i den plan som barnet har i en annan kommun.' },
});

/** From seeing the need to asking the person. */
export const startCommands = [linkStay, offerSip, refuseSip];
