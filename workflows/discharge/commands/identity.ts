import { defineCommand, freeText, idField } from '@hemgang/engine';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import { personGiven } from '../events';
import { patient } from './patient';
import type { Refusal } from './refusals';
import { to, WARD } from './ward';

const knownAlready: Refusal<unknown> = {
  when: ({ identity }) => identity.number === 'personnummer',
  why: {
    sv: 'Patienten har redan ett personnummer. Gäller ärendet fel person ska det flyttas till rätt patient.',
    en: 'The patient has a personnummer already. If it is the wrong person, move the case to the right one.',
  },
  rule: '2017:612 2:2',
};

const stillUnknown: Refusal<unknown> = {
  when: (_context, request) => personGiven(request?.given)?.number === 'reservnummer',
  why: {
    sv: 'Ett reservnummer säger inte vem patienten är. Ange personnummer eller samordningsnummer.',
    en: 'A reserve number does not tell who the patient is. Give a personnummer or a coordination number.',
  },
  rule: '2017:612 2:2',
};

const identifyPayload = z.strictObject({ patient, listedAt: idField.optional() });

const identifyPatient = defineCommand<DischargeContext, z.output<typeof identifyPayload>>({
  name: 'identify-patient',
  to,
  payload: identifyPayload,
  content: ['patient', 'listedAt'],
  undisclosed: ['listedAt'],
  patient: 'identified',
  lookups: { previousStay: true, listed: ({ listedAt }) => listedAt },
  roles: WARD,
  label: { sv: 'Patienten är identifierad', en: 'The patient is identified' },
  consequence: {
    sv: 'Ärendet får patientens riktiga nummer. Finns personen redan läggs ärendet hos henne. Mottagarna får uppgifterna och ska kvittera. Tiderna räknas som förut från inskrivningen.',
    en: "The case gets the patient's real number. A person on record already takes the case over. The receivers get the facts and must acknowledge. Times still count from the admission.",
  },
  possibleWhen: {
    sv: 'Görs av avdelningen när patientens personnummer inte har varit känt.',
    en: "Done by the ward when the patient's personnummer has not been known.",
  },
  rule: '2017:612 2:2',
  refuse: [knownAlready, stillUnknown],
  makulera: {
    refused: {
      sv: 'Är det fel person ska ärendet skiljas från henne i stället.',
      en: 'If it is the wrong person, separate the case from her instead.',
    },
  },
  example: {
    patient: {
      number: '19460529-9819',
      name: 'Elsa Sjöström',
      address: 'Storgatan 12, 903 26 Umeå',
      municipality: '2480',
    },
  },
});

const notMerged: Refusal<unknown> = {
  when: ({ identity }) => !identity.merged,
  why: {
    sv: 'Ärendet har inte lagts ihop med en annan person.',
    en: 'The case has not been merged with another person.',
  },
  rule: 'PDL 3:14',
};

const noReserveNumber: Refusal<unknown> = {
  when: (_context, request) => {
    const number = personGiven(request?.given)?.number;
    return number !== undefined && number !== 'reservnummer';
  },
  why: {
    sv: 'Patienten är åter okänd: ange reservnumret. Är det känt vem det är ska ärendet flyttas till rätt patient.',
    en: 'The patient is unknown again: give the reserve number. If you know who it is, move the case to the right patient.',
  },
  rule: 'PDL 3:14',
};

const splitPayload = z.strictObject({ patient, reason: freeText });

const splitPatient = defineCommand<DischargeContext, z.output<typeof splitPayload>>({
  name: 'split-patient',
  byPerson: true,
  to,
  payload: splitPayload,
  content: ['patient', 'reason'],
  undisclosed: ['reason'],
  patient: 'another',
  roles: WARD,
  label: {
    sv: 'Fel identitet: skilj ärendet från personen',
    en: 'Wrong identity: split the case off',
  },
  consequence: {
    sv: 'Ärendet hör åter till en okänd patient med reservnummer. Mottagarna får rättelsen och ska kvittera den.',
    en: 'The case belongs to an unknown patient with a reserve number again. The receivers get the correction and must acknowledge it.',
  },
  possibleWhen: {
    sv: 'Görs av avdelningen när ärendet av misstag har lagts ihop med fel person.',
    en: 'Done by the ward when the case was merged with the wrong person by mistake.',
  },
  rule: 'PDL 3:14',
  refuse: [notMerged, noReserveNumber],
  makulera: {
    refused: {
      sv: 'Identifiera patienten på nytt i stället.',
      en: 'Identify the patient anew instead.',
    },
  },
  example: {
    patient: { number: 'VB2026-000123', name: 'Okänd kvinna, omkring 80 år' },
    reason: 'Grannen som pekade ut patienten tog miste.',
  },
});

/** Who the patient is, when nobody knew at the admission. */
export const identityCommands = [identifyPatient, splitPatient];
