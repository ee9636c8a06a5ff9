import type { RuleEntry } from './rule';
import { everyParty } from './who';

const ASSUMED = {
  source: 'Antagande. Länets rutin för SIP har inte kunnat läsas; länet ska bekräfta.',
  confidence: 'assumption',
} as const;

/** What the law leaves to the county about samordnade individuella planer. */
export const sipAgreementRules = {
  'avtal sip-erbjudande': {
    ...ASSUMED,
    title: { sv: 'Erbjuda SIP och ta emot svaret', en: 'Offer a SIP and take the answer' },
    text: {
      sv:
        'Den som ser att en SIP behövs erbjuder den och antecknar svaret: samtycke, nej, ' +
        'eller hur personen förhåller sig när hen inte kan samtycka.',
      en:
        'Whoever sees that a SIP is needed offers it and notes the answer: consent, no, or ' +
        'the attitude of a person who cannot consent.',
    },
    appliesTo: everyParty,
  },
  'avtal sip-avstaende': {
    ...ASSUMED,
    title: { sv: 'Avstå från SIP', en: 'Not to make a SIP' },
    text: {
      sv: 'Att inte göra en SIP som någon har sett behov av är ett undantag. Skälet skrivs ned.',
      en:
        'Not to make a SIP that somebody has seen a need for is an exception. The reason is ' +
        'written down.',
    },
    appliesTo: everyParty,
  },
  'avtal sip-svar': {
    ...ASSUMED,
    title: { sv: 'Svara på kallelse till SIP', en: 'Answer a call to a SIP' },
    text: {
      sv: 'Den som är kallad svarar om den deltar, inte deltar eller behöver en annan tid.',
      en: 'Whoever is called answers whether it takes part, does not, or needs another time.',
    },
    appliesTo: everyParty,
  },
  'avtal sip-mote': {
    ...ASSUMED,
    title: { sv: 'Boka och hålla SIP-möte', en: 'Book and hold the SIP meeting' },
    text: {
      sv: 'Den som kallar bokar mötet och antecknar när, hur och med vilka det hölls.',
      en: 'Whoever calls books the meeting and notes when, how and with whom it was held.',
    },
    appliesTo: everyParty,
  },
  'avtal sip-justering': {
    ...ASSUMED,
    title: { sv: 'Justera planen', en: 'Approve the plan' },
    text: {
      sv:
        'Om parterna har kommit överens om det justerar varje enhet planen innan den är ' +
        'upprättad.',
      en:
        'If the parties have agreed on it, every unit approves the plan before it is ' +
        'established.',
    },
    appliesTo: everyParty,
  },
  'avtal sip-uppfoljning': {
    ...ASSUMED,
    title: { sv: 'Följa upp planen', en: 'Follow up the plan' },
    text: {
      sv:
        'Planen följs upp den dag som står i den. Sedan bestäms nästa dag, eller så avslutas ' +
        'SIP:en med ett skäl.',
      en:
        'The plan is followed up on the day that it names. Then the next day is set, or the ' +
        'SIP is closed with a reason.',
    },
    appliesTo: everyParty,
  },
} as const satisfies Record<string, RuleEntry>;
