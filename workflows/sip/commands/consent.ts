import { dateField, defineCommand, freeText, lineText } from '@hemgang/engine';
import { localDate } from '@hemgang/kernel';
import { z } from 'zod';
import {
  CONSENT_GIVERS,
  CONSENT_WAYS,
  leadersOf,
  REPRESENTATIVES,
  unitsOf,
  type SipContext,
} from '../context';
import { SIP_ROLES } from '../roles';
import type { Refusal } from './refusals';
import { to } from './sip';

const consentPayload = z.strictObject({
  givenBy: z.enum(CONSENT_GIVERS),
  way: z.enum(CONSENT_WAYS),
  /** What may be told to whom. */
  scope: freeText,
  /** What it shall not cover. */
  notCovering: freeText.optional(),
  /** The last day on which it holds. */
  until: dateField.optional(),
});

type GivenConsent = z.output<typeof consentPayload>;

const runOutAlready: Refusal<GivenConsent> = {
  when: (_context, request) => {
    const until = request?.payload.until;
    return request !== null && until !== undefined && until < localDate(request.occurredAt);
  },
  why: {
    sv: 'Samtycket kan inte gälla till en dag som redan har passerat.',
    en: 'The consent cannot last to a day that has passed already.',
  },
  rule: 'HSL 16:4',
};

const guardianOfNobody: Refusal<GivenConsent> = {
  when: (_context, request) =>
    request !== null &&
    ['guardian', 'child-and-guardian'].includes(request.payload.givenBy) &&
    request.given['child'] !== true,
  why: {
    sv: 'En vårdnadshavare samtycker bara för den som är under 18 år.',
    en: 'A guardian consents only for somebody under 18.',
  },
  rule: 'PL 4:3',
};

const recordConsent = defineCommand<SipContext, GivenConsent>({
  name: 'record-consent',
  byPerson: true,
  to,
  payload: consentPayload,
  content: ['scope', 'notCovering'],
  lookups: { child: true },
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'Anteckna samtycke', en: 'Note the consent' },
  consequence: {
    sv: 'De som deltar får se vad samtycket gäller och vad det inte gäller. Det kan återkallas när som helst. Sekretesslagens undantag ersätter inte samtycket till planen.',
    en: 'Those who take part see what it covers and what it does not. It can be withdrawn at any time. The exceptions of the secrecy act do not replace the consent to the plan.',
  },
  possibleWhen: {
    sv: 'Kan göras när personen har erbjudits en SIP, och ändras därefter.',
    en: 'Possible when the person has been offered a SIP, and changed afterwards.',
  },
  rule: 'HSL 16:4',
  refuse: [runOutAlready, guardianOfNobody],
  makulera: {
    refused: {
      sv: 'Återkalla samtycket eller anteckna det på nytt.',
      en: 'Withdraw the consent or note it anew.',
    },
  },
  example: {
    givenBy: 'person',
    way: 'spoken',
    scope: 'Allt som rör hemgången får delas mellan hälsocentralen, hemsjukvården och hemtjänsten.',
    notCovering: 'Inte kontakten med psykiatrin.',
    until: '2026-12-31',
  },
});

const declinePayload = z.strictObject({ reason: freeText.optional() });

const declineSip = defineCommand<SipContext, z.output<typeof declinePayload>>({
  name: 'decline-sip',
  byPerson: true,
  to,
  payload: declinePayload,
  content: ['reason'],
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'Personen tackar nej till SIP', en: 'The person declines a SIP' },
  consequence: {
    sv: 'Ingen plan görs och ingen kallas. Erbjud gärna på nytt senare.',
    en: 'No plan is made and nobody is called. It may be offered anew later.',
  },
  possibleWhen: {
    sv: 'Kan göras när personen har erbjudits en SIP och inte har samtyckt, eller har återkallat samtycket.',
    en: 'Possible when the person has been offered a SIP and has not consented, or has withdrawn the consent.',
  },
  rule: 'HSL 16:4',
  refuse: [],
  makulera: {
    refused: { sv: 'Erbjud personen en SIP på nytt.', en: 'Offer the person a SIP anew.' },
  },
  example: { reason: 'Dottern samordnar allt och det räcker.' },
});

const attitudePayload = z.strictObject({
  /** How she stands to it, as far as it can be found out. */
  attitude: freeText,
  representative: z.enum(REPRESENTATIVES),
  representativeName: lineText.optional(),
});

const recordAttitude = defineCommand<SipContext, z.output<typeof attitudePayload>>({
  name: 'record-attitude',
  byPerson: true,
  to,
  payload: attitudePayload,
  content: ['attitude', 'representative', 'representativeName'],
  roles: SIP_ROLES,
  by: leadersOf,
  label: { sv: 'Personen kan inte samtycka', en: 'The person cannot consent' },
  consequence: {
    sv: 'Inställningen står i stället för samtycket, så långt den har kunnat klarläggas, med god man eller fullmakt om det finns.',
    en: 'The attitude takes the place of the consent, as far as it could be found out, with a representative if there is one.',
  },
  possibleWhen: {
    sv: 'Kan göras när personen har erbjudits en SIP.',
    en: 'Possible when the person has been offered a SIP.',
  },
  rule: 'HSL 16:4',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Anteckna inställningen eller samtycket på nytt.',
      en: 'Note the attitude or the consent anew.',
    },
  },
  example: {
    attitude: 'Nickar och ler när vi talar om att få komma hem. Har inte protesterat.',
    representative: 'god-man',
    representativeName: 'Lars Sjöström',
  },
});

const withdrawPayload = z.strictObject({ reason: freeText.optional() });

const withdrawConsent = defineCommand<SipContext, z.output<typeof withdrawPayload>>({
  name: 'withdraw-consent',
  byPerson: true,
  to,
  payload: withdrawPayload,
  content: ['reason'],
  roles: SIP_ROLES,
  // The person may say it to anybody.
  by: unitsOf,
  label: { sv: 'Samtycket är återkallat', en: 'The consent is withdrawn' },
  consequence: {
    sv: 'Inget nytt lämnas ut från nu. Det som redan är lämnat står kvar, och lagens egna uppgifter finns kvar.',
    en: 'Nothing more is handed out from now on. What has been handed out stays, and so do the duties of the law.',
  },
  possibleWhen: {
    sv: 'Kan göras så länge ett samtycke gäller.',
    en: 'Possible as long as a consent is in force.',
  },
  rule: 'HSL 16:4',
  refuse: [],
  makulera: {
    refused: { sv: 'Anteckna samtycket på nytt.', en: 'Note the consent anew.' },
  },
  example: { reason: 'Vill inte att kommunen får veta mer.' },
});

/** What the person says, and what is noted when she cannot. */
export const consentCommands = [recordConsent, declineSip, recordAttitude, withdrawConsent];
