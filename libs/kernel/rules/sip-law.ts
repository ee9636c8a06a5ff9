import type { RuleEntry } from './rule';
import {
  chiefPsychiatrist,
  municipality,
  openCareManager,
  regionAndMunicipality,
  inpatientCare,
} from './who';

const READ_HSL = { source: 'SFS 2017:30, läst juli 2026', confidence: 'read' } as const;
const READ_SOL = { source: 'SFS 2025:400, läst juli 2026', confidence: 'read' } as const;

/** SIP outside the discharge act, compulsory care, and which municipality is responsible. */
export const sipLaw = {
  'HSL 16:4': {
    ...READ_HSL,
    title: { sv: 'Individuell plan (SIP)', en: 'Individual plan (SIP)' },
    text: {
      sv:
        'Behöver någon insatser från både hälso- och sjukvården och socialtjänsten ska regionen ' +
        'och kommunen tillsammans upprätta en individuell plan, om en av dem bedömer att det ' +
        'behövs och personen samtycker. Arbetet påbörjas utan dröjsmål. Planen anger ' +
        'insatserna, vem som svarar för vad, andras åtgärder och vem som har det övergripande ' +
        'ansvaret.',
      en:
        'If a person needs measures from both health care and social services, region and ' +
        'municipality together draw up an individual plan if one of them judges it needed and ' +
        'the person consents. Work starts without delay. The plan states the measures, who ' +
        'answers for which, measures by others, and who has the overall responsibility.',
    },
    appliesTo: regionAndMunicipality,
  },
  'HSL 12:1': {
    ...READ_HSL,
    title: { sv: 'Kommunens hälso- och sjukvård', en: 'Municipal health care' },
    text: {
      sv:
        'Kommunen ansvarar för hälso- och sjukvård åt den som bor i kommunens boenden eller ' +
        'omfattas av dess beslut.',
      en:
        'The municipality is responsible for health care for those who live in its housing or ' +
        'are covered by its decisions.',
    },
    appliesTo: municipality,
  },
  'HSL 12:2': {
    ...READ_HSL,
    title: { sv: 'Hemsjukvård där någon vistas', en: 'Health care where somebody stays' },
    text: {
      sv: 'Kommunen kan också ge hälso- och sjukvård i hemmet åt den som vistas i kommunen.',
      en: 'The municipality can also give health care at home to those who stay in it.',
    },
    appliesTo: municipality,
  },
  'HSF 4:1': {
    source: 'SFS 2017:80, konsoliderad september 2025',
    confidence: 'read',
    title: { sv: 'Verksamhetschefen utser', en: 'The operations manager appoints' },
    text: {
      sv: 'Verksamhetschefen svarar för att en fast vårdkontakt utses.',
      en: 'The operations manager sees to it that a fast vårdkontakt is named.',
    },
    appliesTo: openCareManager,
  },
  'SoL 10:8': {
    ...READ_SOL,
    title: { sv: 'Individuell plan i socialtjänsten', en: 'Individual plan in social services' },
    text: {
      sv:
        'Kommunen ska tillsammans med regionen upprätta en individuell plan när någon behöver ' +
        'insatser från båda och samtycker. Arbetet påbörjas genast.',
      en:
        'The municipality, together with the region, draws up an individual plan when a person ' +
        'needs measures from both and consents. Work starts at once.',
    },
    appliesTo: regionAndMunicipality,
  },
  'SoL 10:9': {
    ...READ_SOL,
    title: { sv: 'Planen görs med personen', en: 'The plan is made with the person' },
    text: {
      sv:
        'Planen ska när det är möjligt göras tillsammans med personen. Närstående får delta om ' +
        'det är lämpligt och personen inte motsätter sig det.',
      en:
        'Where possible the plan is made together with the person. Relatives may take part if ' +
        'suitable and the person does not object.',
    },
    appliesTo: regionAndMunicipality,
  },
  'SoL 29:1': {
    ...READ_SOL,
    title: { sv: 'Kommunen som beslutar', en: 'The municipality that decides' },
    text: {
      sv:
        'Under en sjukhusvistelse beslutar folkbokföringskommunen om insatser. En kommun som ' +
        'har placerat personen i en annan kommun behåller sitt ansvar. (29 kap. 1-3 §§)',
      en:
        'During a hospital stay the municipality of registration decides on measures. A ' +
        'municipality that has placed the person elsewhere keeps its responsibility. (29:1-3)',
    },
    appliesTo: municipality,
  },
  'SoL 29:5': {
    ...READ_SOL,
    title: { sv: 'Utförande åt en annan kommun', en: 'Carrying out for another municipality' },
    text: {
      sv:
        'En insats kan utföras av en annan kommun eller en enskild utförare på den ansvariga ' +
        'kommunens uppdrag.',
      en:
        'A measure can be carried out by another municipality or a private provider on behalf ' +
        'of the responsible municipality.',
    },
    appliesTo: municipality,
  },
  'SoL 29:10': {
    ...READ_SOL,
    title: { sv: 'Överflyttning av ärende', en: 'Moving a case' },
    text: {
      sv:
        'Vill en kommun flytta över ett ärende begär den det hos den andra. Tills den har tagit ' +
        'över behåller den första kommunen ansvaret. Är de oense avgör IVO. (29 kap. 10-11 §§)',
      en:
        'A municipality that wants to move a case asks the other. Until the other has taken ' +
        'over, the first keeps its duties. IVO decides a disagreement. (29:10-11)',
    },
    appliesTo: municipality,
  },
  'SoL 21:1': {
    source: 'SFS 2025:400, läst juli 2026; styckena är inte lästa på nytt var för sig',
    confidence: 'secondary',
    title: {
      sv: 'Insats till ett barn utan vårdnadshavarens samtycke',
      en: 'A measure for a child without the consent of the guardian',
    },
    text: {
      sv:
        'En insats för barnets egna behov får beslutas utan vårdnadshavarens samtycke från 12 år, ' +
        'om det är lämpligt och barnet samtycker, och från 15 år, om barnet begär eller samtycker ' +
        'till den. En placering kräver alltid vårdnadshavarens samtycke. Regeln gäller beslut om ' +
        'insatser, inte samtycket till en SIP.',
      en:
        "A measure for the child's own needs may be decided without the consent of the guardian " +
        'from the age of 12, if suitable and the child consents, and from 15, if the child asks ' +
        'for it or consents. A placement always needs the guardian. The rule is about decisions ' +
        'on measures, not about the consent to a SIP.',
    },
    appliesTo: municipality,
  },
  'SoL 10:7': {
    ...READ_SOL,
    title: { sv: 'Fast omsorgskontakt', en: 'Named contact in home care' },
    text: {
      sv:
        'Den som har hemtjänst ska erbjudas en fast omsorgskontakt om det inte är uppenbart ' +
        'obehövligt. Kontakten ska vara undersköterska. (Också 25 kap. 4 §)',
      en:
        'Whoever has home care is offered a fast omsorgskontakt unless obviously unnecessary. The ' +
        'contact is an undersköterska. (Also 25:4)',
    },
    appliesTo: municipality,
  },
  'HSL 7:3': {
    ...READ_HSL,
    title: { sv: 'Fast läkarkontakt', en: 'Chosen physician' },
    text: {
      sv: 'Den som är listad i primärvården kan välja en fast läkarkontakt där.',
      en: 'Whoever is listed in primary care can choose a fast läkarkontakt there.',
    },
    appliesTo: openCareManager,
  },
  'LPT 7 a §': {
    source: 'SFS 1991:1128, läst juli 2026',
    confidence: 'read',
    title: { sv: 'Samordnad vårdplan', en: 'Coordinated care plan' },
    text: {
      sv:
        'Inför öppen psykiatrisk tvångsvård upprättar chefsöverläkaren en samordnad vårdplan ' +
        'tillsammans med enheterna. Planen är upprättad när alla enheter har justerat den. ' +
        'Därefter underrättar chefsöverläkaren enheterna om beslutet.',
      en:
        'Before open compulsory psychiatric care the chief psychiatrist draws up a coordinated ' +
        'care plan with the units. It is complete when all units have approved it. The chief ' +
        'psychiatrist then tells the units of the decision.',
    },
    appliesTo: chiefPsychiatrist,
  },
  'LRV 12 a §': {
    source: 'SFS 1991:1129; paragrafen har inte lästs på nytt',
    confidence: 'recalled',
    title: {
      sv: 'Samordnad vårdplan i rättspsykiatrisk vård',
      en: 'Coordinated care plan in forensic care',
    },
    text: {
      sv: 'Motsvarande krav på samordnad vårdplan gäller inför öppen rättspsykiatrisk vård.',
      en:
        'A corresponding coordinated care plan is required before open forensic psychiatric ' +
        'care.',
    },
    appliesTo: chiefPsychiatrist,
  },
  'PL 3:2 b': {
    source: 'SFS 2017:615',
    confidence: 'read',
    title: { sv: 'Information vid utskrivning', en: 'Information at discharge' },
    text: {
      sv:
        'Patienten ska vid utskrivningen få information om vården som har getts och om vad som ' +
        'är tänkt därefter.',
      en:
        'At discharge the patient is informed of the care given and of what is intended ' +
        'afterwards.',
    },
    appliesTo: inpatientCare,
  },
  'PL 6:2': {
    source: 'Återgiven i regioners riktlinjer för fast vårdkontakt',
    confidence: 'secondary',
    title: { sv: 'Rätt till fast vårdkontakt', en: 'Right to a fast vårdkontakt' },
    text: {
      sv:
        'En fast vårdkontakt ska utses om patienten begär det eller om det behövs för trygghet, ' +
        'kontinuitet, samordning och säkerhet.',
      en:
        'A fast vårdkontakt is named if the patient asks for it or if safety, continuity and ' +
        'coordination require it.',
    },
    appliesTo: openCareManager,
  },
} as const satisfies Record<string, RuleEntry>;
