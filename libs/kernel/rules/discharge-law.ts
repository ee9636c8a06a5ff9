import type { RuleEntry } from './rule';
import { chiefPsychiatrist, everyReceiver, inpatientCare, openCareManager } from './who';

const READ = {
  source: 'SFS 2017:612, konsoliderad t.o.m. SFS 2025:449',
  confidence: 'read',
} as const;

/** Lag (2017:612) chapters 1-3: from admission to the day of discharge. */
export const dischargeLaw = {
  '2017:612 1:1': {
    ...READ,
    title: { sv: 'Vad lagen gäller', en: 'What the act covers' },
    text: {
      sv:
        'Lagen gäller planering för patienter som efter utskrivningen kan behöva socialtjänst, ' +
        'kommunal hälso- och sjukvård eller regionens öppna vård, och när kommunen ska betala ' +
        'för den som är utskrivningsklar. Ingen åldersgräns finns.',
      en:
        'The act covers planning for patients who after discharge may need social services, ' +
        "municipal health care or the region's open care, and when the municipality pays for a " +
        'patient ready for discharge. There is no age limit.',
    },
  },
  '2017:612 1:2': {
    ...READ,
    title: { sv: 'Syftet med lagen', en: 'The purpose of the act' },
    text: {
      sv:
        'Vården ska vara god och patienten ska kunna lämna sjukhuset så snart som möjligt efter ' +
        'att den behandlande läkaren har bedömt patienten som utskrivningsklar.',
      en:
        'Care shall be good, and the patient shall be able to leave hospital as soon as ' +
        'possible once the treating physician has judged the patient ready for discharge.',
    },
  },
  '2017:612 1:3 p3': {
    ...READ,
    title: { sv: 'Sluten och öppen vård', en: 'Inpatient and open care' },
    text: {
      sv:
        'Sluten vård är vård av den som är intagen vid en vårdinrättning. All annan hälso- och ' +
        'sjukvård är öppen vård.',
      en:
        'Inpatient care is care of a person admitted to a care institution. All other health ' +
        'care is open care.',
    },
  },
  '2017:612 1:3 p5': {
    ...READ,
    title: { sv: 'Utskrivningsklar', en: 'Ready for discharge (utskrivningsklar)' },
    text: {
      sv:
        'Patienten är utskrivningsklar när den behandlande läkaren har bedömt att vård på en ' +
        'enhet i den slutna vården inte längre behövs. Det är en medicinsk bedömning, inte ' +
        'samma sak som att allt praktiskt är ordnat.',
      en:
        'The patient is utskrivningsklar when the treating physician has judged that care in an ' +
        'inpatient unit is no longer needed. It is a medical judgement, not the same as ' +
        'everything practical being arranged.',
    },
    appliesTo: inpatientCare,
  },
  '2017:612 2:1': {
    ...READ,
    title: { sv: 'Inskrivningsmeddelande', en: 'Notice of admission' },
    text: {
      sv:
        'Bedömer den behandlande läkaren vid inskrivningen att patienten kan behöva ' +
        'socialtjänst, kommunal hälso- och sjukvård eller regionens öppna vård efter ' +
        'utskrivningen, ska den slutna vården skicka ett inskrivningsmeddelande till berörda ' +
        'enheter.',
      en:
        'If the treating physician judges at admission that the patient may need social ' +
        "services, municipal health care or the region's open care after discharge, inpatient " +
        'care sends a notice of admission to the units concerned.',
    },
    appliesTo: inpatientCare,
  },
  '2017:612 2:1 st2': {
    ...READ,
    title: {
      sv: 'Inskrivningsmeddelande även till öppen vård',
      en: 'Notice of admission also to open care',
    },
    text: {
      sv:
        'Kan patienten behöva kommunal hälso- och sjukvård ska inskrivningsmeddelandet också gå ' +
        'till regionens öppna vård.',
      en:
        'If the patient may need municipal health care, the notice of admission also goes to ' +
        "the region's open care.",
    },
    appliesTo: inpatientCare,
  },
  '2017:612 2:2': {
    ...READ,
    title: {
      sv: 'Vad inskrivningsmeddelandet innehåller',
      en: 'What the notice of admission contains',
    },
    text: {
      sv:
        'Inskrivningsmeddelandet ska innehålla patientens namn, personnummer, ' +
        'folkbokföringsadress och den beräknade tidpunkten för utskrivning.',
      en:
        "The notice of admission contains the patient's name, personal identity number, " +
        'registered address and the expected time of discharge.',
    },
    appliesTo: inpatientCare,
  },
  '2017:612 2:3': {
    ...READ,
    title: {
      sv: 'Inskrivningsmeddelande inom 24 timmar',
      en: 'Notice of admission within 24 hours',
    },
    text: {
      sv:
        'Inskrivningsmeddelandet ska skickas senast 24 timmar efter inskrivningen. Bedöms ' +
        'behovet först senare räknas 24 timmar från den bedömningen. Timmarna räknas alla dagar ' +
        'i veckan.',
      en:
        'The notice of admission is sent within 24 hours of admission. If the need is judged ' +
        'later, the 24 hours run from that judgement. Hours run on every day of the week.',
    },
    appliesTo: inpatientCare,
  },
  '2017:612 2:4': {
    ...READ,
    title: { sv: 'Ändrad beräknad utskrivning', en: 'Changed expected discharge' },
    text: {
      sv:
        'Ändras den beräknade tidpunkten för utskrivning ska den slutna vården meddela berörda ' +
        'enheter den nya tiden så snart som möjligt.',
      en:
        'If the expected time of discharge changes, inpatient care tells the units concerned ' +
        'the new time as soon as possible.',
    },
    appliesTo: inpatientCare,
  },
  '2017:612 2:5': {
    ...READ,
    title: { sv: 'Fast vårdkontakt före utskrivning', en: 'Fast vårdkontakt before discharge' },
    text: {
      sv:
        'Verksamhetschefen i regionens öppna vård ska utse en fast vårdkontakt innan patienten ' +
        'skrivs ut. Finns redan en vid enheten kan den fortsätta.',
      en:
        "The operations manager in the region's open care names a fast vårdkontakt before the " +
        'patient is discharged. One who already has the task at the unit may continue.',
    },
    appliesTo: openCareManager,
  },
  '2017:612 2:6': {
    ...READ,
    title: { sv: 'Enhetens egen planering', en: "The unit's own planning" },
    text: {
      sv:
        'Den enhet som har fått inskrivningsmeddelandet ska börja planera sina insatser. Lagen ' +
        'anger ingen tidsgräns.',
      en:
        'A unit that has received the notice of admission starts planning its own measures. The ' +
        'act sets no time limit.',
    },
    appliesTo: everyReceiver,
  },
  '2017:612 3:1': {
    ...READ,
    title: {
      sv: 'Underrättelse om utskrivningsklar patient',
      en: 'Notice that the patient is ready for discharge',
    },
    text: {
      sv:
        'Den slutna vården ska så snart som möjligt underrätta berörda enheter om att patienten ' +
        'är utskrivningsklar, om inte sekretess eller tystnadsplikt hindrar det.',
      en:
        'Inpatient care tells the units concerned as soon as possible that the patient is ' +
        'utskrivningsklar, unless secrecy prevents it.',
    },
    appliesTo: inpatientCare,
  },
  '2017:612 3:1 st2': {
    ...READ,
    title: {
      sv: 'Beslut om öppen psykiatrisk tvångsvård gäller som underrättelse',
      en: 'A decision on open compulsory care counts as the notice',
    },
    text: {
      sv:
        'När chefsöverläkaren underrättar enheterna om ett beslut om öppen psykiatrisk ' +
        'tvångsvård gäller det som underrättelse om att patienten är utskrivningsklar.',
      en:
        'When the chief psychiatrist tells the units of a decision on open compulsory ' +
        'psychiatric care, that counts as the notice that the patient is utskrivningsklar.',
    },
    appliesTo: chiefPsychiatrist,
  },
  '2017:612 3:2': {
    ...READ,
    title: { sv: 'Utskrivningsinformation samma dag', en: 'Discharge information the same day' },
    text: {
      sv:
        'Den slutna vården ska föra över den information som behövs för vård och omsorg efter ' +
        'utskrivningen senast samma dag som patienten skrivs ut, om inte sekretess eller ' +
        'tystnadsplikt hindrar det.',
      en:
        'Inpatient care transfers the information needed for care and support after discharge ' +
        'no later than the day of discharge, unless secrecy prevents it.',
    },
    appliesTo: inpatientCare,
  },
  '2017:612 3:3': {
    ...READ,
    title: { sv: 'Sammanfattning till patienten', en: 'Summary for the patient' },
    text: {
      sv:
        'Patienten ska vid utskrivningen få en sammanfattning av vården och behandlingen, veta ' +
        'vilka insatser som är tänkta därefter och, om det finns, vem som är fast vårdkontakt, ' +
        'när planeringen är tänkt att ske och vilka planer som gäller.',
      en:
        'At discharge the patient gets a summary of care and treatment, learns what support is ' +
        'intended afterwards and, where available, who the fast vårdkontakt is, when the ' +
        'planning is intended and which plans exist.',
    },
    appliesTo: inpatientCare,
  },
} as const satisfies Record<string, RuleEntry>;
