import type { RuleEntry } from './rule';

const READ_OSL = { source: 'SFS 2009:400, läst juli 2026', confidence: 'read' } as const;

/** Named by the county's questions and the literature; the sections themselves are to be read again. */
const RECALLED_OSL = {
  source: 'SFS 2009:400, ur minnet; paragrafen ska läsas om av beställarens jurist',
  confidence: 'recalled',
} as const;

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
  'OSL 10:2': {
    ...RECALLED_OSL,
    title: { sv: 'Nödvändigt för den egna verksamheten', en: 'Necessary for one’s own work' },
    text: {
      sv:
        'En myndighet får lämna ut en uppgift när det är nödvändigt för att den själv ska kunna ' +
        'fullgöra sin verksamhet.',
      en: 'An authority may disclose what it must disclose in order to carry out its own work.',
    },
  },
  'OSL 10:28': {
    ...RECALLED_OSL,
    title: { sv: 'Uppgiftsskyldighet i lag', en: 'A duty by law to inform' },
    text: {
      sv:
        'Sekretess hindrar inte att en uppgift lämnas till en annan myndighet när lag eller ' +
        'förordning kräver det.',
      en:
        'Secrecy does not stop information from being given to another authority when an act or ' +
        'ordinance demands it.',
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
  'PSL 6:12': {
    source: 'SFS 2010:659, ur minnet; paragrafen ska läsas om av beställarens jurist',
    confidence: 'recalled',
    title: { sv: 'Tystnadsplikt i enskild vård', en: 'Silence in private health care' },
    text: {
      sv:
        'Den som arbetar hos en privat vårdgivare får inte obehörigen röja vad den vet om en ' +
        'patient. Vad som är behörigt bedöms som enligt sekretessens regler.',
      en:
        'Staff of a private care provider may not disclose without right what they know of a ' +
        'patient. What is by right is judged as under the rules of secrecy.',
    },
  },
} as const satisfies Record<string, RuleEntry>;
