import type { RuleEntry } from './rule';

const READ_OSL = { source: 'SFS 2009:400, läst juli 2026', confidence: 'read' } as const;

/** Secrecy between authorities, and the legal bases on which information may leave one. */
export const secrecyLaw = {
  'OSL 8:2': {
    ...READ_OSL,
    title: {
      sv: 'Sekretess mellan självständiga grenar',
      en: 'Secrecy between independent branches',
    },
    text: {
      sv:
        'Sekretess gäller mellan verksamhetsgrenar i samma myndighet när de är självständiga i ' +
        'förhållande till varandra.',
      en:
        'Secrecy applies between branches of one authority when they are independent of each ' +
        'other.',
    },
  },
  'OSL 10:1': {
    ...READ_OSL,
    title: { sv: 'Samtycke bryter sekretess', en: 'Consent lifts secrecy' },
    text: {
      sv: 'Uppgifter får lämnas ut när personen har samtyckt till det.',
      en: 'Information may be disclosed when the person has consented.',
    },
  },
  'OSL 25:1': {
    ...READ_OSL,
    title: { sv: 'Sekretess i vården', en: 'Secrecy in health care' },
    text: {
      sv:
        'Uppgifter om hälsa och andra personliga förhållanden är hemliga i vården, om det inte ' +
        'står klart att de kan röjas utan men för patienten eller närstående.',
      en:
        'Information on health and other personal matters is secret in health care, unless it ' +
        'is clear that disclosing it harms neither the patient nor relatives.',
    },
  },
  'OSL 25:11': {
    ...READ_OSL,
    title: {
      sv: 'Ingen sekretess mellan vårdens myndigheter i samma region eller kommun',
      en: 'No secrecy between care authorities of one region or municipality',
    },
    text: {
      sv:
        'Mellan myndigheter för hälso- och sjukvård i samma region, eller i samma kommun, ' +
        'hindrar sekretessen inte utlämnande. Behovet och spärrar avgör fortfarande.',
      en:
        'Between health care authorities of the same region, or of the same municipality, ' +
        'secrecy does not prevent disclosure. Need and blocks still decide.',
    },
  },
  'OSL 25:12': {
    ...READ_OSL,
    title: {
      sv: 'Nödvändigt utlämnande från vården',
      en: 'Necessary disclosure from health care',
    },
    text: {
      sv:
        'Vården får lämna nödvändiga uppgifter utan samtycke när det gäller den som är under 18 ' +
        'år, den som har ett pågående missbruk, den som vårdas enligt LPT eller LRV och ett ' +
        'väntat barn.',
      en:
        'Health care may disclose what is necessary without consent for persons under 18, ' +
        'persons with ongoing substance abuse, persons under compulsory care and an unborn ' +
        'child.',
    },
  },
  'OSL 25:13': {
    ...READ_OSL,
    title: { sv: 'När patienten inte kan samtycka', en: 'When the patient cannot consent' },
    text: {
      sv:
        'Vården får lämna uppgifter som patienten behöver för sin vård eller omsorg när ' +
        'patienten inte kan samtycka.',
      en:
        'Health care may disclose what the patient needs for care or support when the patient ' +
        'is unable to consent.',
    },
  },
  'OSL 26:1': {
    ...READ_OSL,
    title: { sv: 'Sekretess i socialtjänsten', en: 'Secrecy in social services' },
    text: {
      sv:
        'Uppgifter om personliga förhållanden är hemliga i socialtjänsten, om det inte står ' +
        'klart att de kan röjas utan men.',
      en:
        'Information on personal matters is secret in social services, unless it is clear that ' +
        'disclosing it does no harm.',
    },
  },
  'OSL 26:9': {
    ...READ_OSL,
    title: {
      sv: 'Nödvändigt utlämnande från socialtjänsten',
      en: 'Necessary disclosure from social services',
    },
    text: {
      sv:
        'Socialtjänsten får lämna nödvändiga uppgifter utan samtycke i samma fall som vården ' +
        'enligt 25 kap. 12 §.',
      en:
        'Social services may disclose what is necessary without consent in the same cases as ' +
        'health care under 25:12.',
    },
  },
} as const satisfies Record<string, RuleEntry>;
