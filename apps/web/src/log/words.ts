import type { Language, Text } from '../language';
import { pageNames } from '../page-names';

/** The words of the pages about the access log. */
const words = {
  heading: pageNames.log,
  lead: {
    sv: 'Vem har läst och skrivit om patienter hos er? Välj en tid, gå igenom raderna och skriv vad du kommer fram till.',
    en: 'Who has read and written about patients at your authority? Choose a time, go through the lines and say what you find.',
  },
  from: { sv: 'Från och med', en: 'From' },
  to: { sv: 'Till och med', en: 'Until and including' },
  size: { sv: 'Antal slumpvis valda rader', en: 'Lines picked by chance' },
  select: { sv: 'Välj ut rader', en: 'Pick lines' },
  none: { sv: 'Inget urval ännu.', en: 'Nothing picked yet.' },
  picked: {
    sv: '{picked} rader valda av {lines}; {open} kvar att bedöma',
    en: '{picked} lines picked of {lines}; {open} left to judge',
  },
  lines: { sv: 'Valda rader', en: 'Picked lines' },
  back: { sv: 'Till alla urval', en: 'To all selections' },
  openCase: { sv: 'Ärendet', en: 'The case' },
  patients: { sv: 'Patienter: {count}.', en: 'Patients: {count}.' },
  extract: { sv: 'Loggutdrag till patienten', en: 'Log extract for the patient' },
  extractLead: {
    sv: 'Patienten har rätt att få veta vilken enhet som har tagit del av uppgifterna, och när (patientdatalagen 8 kap. 5 §). Du behöver nyss ha legitimerat dig.',
    en: 'The patient has the right to know which unit has read the information, and when (Patient Data Act 8:5). You need to have proved who you are a moment ago.',
  },
  number: { sv: 'Personnummer', en: 'Personal identity number' },
  names: {
    sv: 'Visa namn på personal, efter sekretessprövning',
    en: 'Show names of staff, after a secrecy test',
  },
  show: { sv: 'Ta fram utdraget', en: 'Make the extract' },
  print: { sv: 'Skriv ut', en: 'Print' },
  nothing: {
    sv: 'Ingen har tagit del av uppgifter om patienten under den tiden.',
    en: 'Nobody has read about the patient in that time.',
  },
  emergency: {
    sv: 'Nödöppning: verksamheten granskar varje sådan öppning.',
    en: 'Emergency opening: each of these is reviewed.',
  },
  extractOf: { sv: '{name}, {from} till och med {to}', en: '{name}, {from} until {to}' },
  about: { sv: 'Gäller personnummer {number}.', en: 'About personal identity number {number}.' },
  made: { sv: 'Utdraget är gjort {time}.', en: 'The extract was made {time}.' },
  extractMeans: {
    sv: 'Här står varje gång någon hos oss har läst eller skrivit om dig i Hemgång: när, på vilken enhet och vad som gjordes. Undrar du över någon rad har du rätt att fråga oss.',
    en: 'Each time somebody at our authority has read or written about you in Hemgång: when, at which unit and what was done. If you wonder about a line you have the right to ask us.',
  },
  whenAndWhere: { sv: 'När och var', en: 'When and where' },
  did: { sv: 'Vad som gjordes', en: 'What was done' },
} as const satisfies Record<string, Text>;

export type LogWord = keyof typeof words;

/** A word of these pages in a language, its places filled in. */
export function said(
  word: LogWord,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[word][language].replace(/\{(\w+)\}/g, (place, name: string) =>
    String(values[name] ?? place),
  );
}

/** Why a line was picked. */
export const reasonWords: Readonly<Record<string, Text>> = {
  'same-surname': { sv: 'samma efternamn som patienten', en: 'same surname as the patient' },
  colleague: { sv: 'patienten är en kollega', en: 'the patient is a colleague' },
  'no-relation': {
    sv: 'enheten deltog inte i ärendet då',
    en: 'the unit took no part in the case then',
  },
  night: { sv: 'på natten', en: 'at night' },
  'many-patients': { sv: 'många patienter på kort tid', en: 'many patients in a short time' },
  'break-glass': { sv: 'nödöppning', en: 'emergency opening' },
  random: { sv: 'slumpvis vald', en: 'picked by chance' },
};

/** What a reviewer finds. */
export const decisionWords = {
  justified: { sv: 'Befogad', en: 'Justified' },
  questioned: { sv: 'Behöver förklaras', en: 'To be explained' },
  incident: { sv: 'Incident', en: 'Incident' },
} as const satisfies Record<string, Text>;
