import { inBoth, type Words } from '../in-both';
import { useLanguage, type Text } from '../language';
import { pageNames } from '../page-names';

/** Texts about avvikelser between huvudmän. */
const texts = {
  list: pageNames.avvikelser,
  listOf: {
    sv: 'Avvikelser som {unit} har rapporterat eller ska svara på',
    en: 'Deviations that {unit} has reported or must answer',
  },
  none: {
    sv: 'Inga avvikelser ännu. Rapportera från ärendet där det hände.',
    en: 'No deviations yet. Report one from the case in which it happened.',
  },
  heading: pageNames.avvikelse,
  report: { sv: 'Rapportera avvikelse', en: 'Report a deviation' },
  send: { sv: 'Skicka', en: 'Send' },
  reportLead: {
    sv: 'Något gick fel mellan er och en annan huvudman. Ärendet länkas: skriv inga namn och inga personnummer.',
    en: 'Something went wrong between you and another huvudman. The case is linked: write no names and no personal numbers.',
  },
  nobodyElse: {
    sv: 'Ingen enhet hos en annan huvudman är med i ärendet. Rapportera i er egen verksamhets system för avvikelser.',
    en: 'No unit of another huvudman takes part in the case. Report it in the system of your own organisation.',
  },
  between: { sv: '{reporter} till {concerned}', en: '{reporter} to {concerned}' },
  category: { sv: 'Kategori', en: 'Category' },
  consequence: { sv: 'Följd', en: 'Consequence' },
  reporter: { sv: 'Rapporterad av', en: 'Reported by' },
  concerned: { sv: 'Rör', en: 'Concerns' },
  reportedAt: { sv: 'Rapporterad', en: 'Reported' },
  receivedAt: { sv: 'Mottagen', en: 'Received' },
  answeredAt: { sv: 'Besvarad', en: 'Answered' },
  sentBackAt: { sv: 'Svaret tillbakaskickat', en: 'Answer sent back' },
  toTheCase: { sv: 'Till ärendet där det hände', en: 'To the case in which it happened' },
  toTheCaseHint: {
    sv: 'Det öppnas för den som är med i ärendet.',
    en: 'It opens for whoever takes part in it.',
  },
  patterns: { sv: 'Mönster i avvikelser', en: 'Patterns of deviations' },
  patternsLead: {
    sv: 'Avvikelser mellan er huvudman och andra, utan namn och utan ord. Återtagna räknas inte. Välj en rad för att se vilka det är.',
    en: 'Deviations between your huvudman and others, without names and without words. Withdrawn ones do not count. Choose a row to see which they are.',
  },
  noPatterns: {
    sv: 'Inga avvikelser rapporterades under tiden.',
    en: 'No deviations were reported in the period.',
  },
  total: { sv: '{count} avvikelser', en: '{count} deviations' },
  by_category: { sv: 'Kategori', en: 'Category' },
  by_consequence: { sv: 'Följd', en: 'Consequence' },
  by_reporter: { sv: 'Enhet som rapporterade', en: 'Unit that reported' },
  by_concerned: { sv: 'Enhet som avvikelsen rör', en: 'Unit that it concerns' },
  by_month: { sv: 'Månad', en: 'Month' },
  by_answered: { sv: 'Svar inom tiden', en: 'Answered in time' },
  ofBar: { sv: 'Avvikelser: {text}', en: 'Deviations: {text}' },
} as const satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

export type AvvikelseTexts = Words<typeof texts>;

/** The texts in the reader's language. */
export function useAvvikelseTexts(): AvvikelseTexts {
  return words[useLanguage().language];
}
