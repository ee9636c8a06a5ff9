import type { Text } from '../language';

/** What the two sides of an avvikelse are told. */
export const avvikelseEntryWords: Readonly<Record<string, Text>> = {
  'avvikelse-rapporterad': { sv: 'Avvikelse rapporterad', en: 'Deviation reported' },
  'avvikelse-atertagen': { sv: 'Avvikelsen är återtagen', en: 'The deviation is withdrawn' },
  'avvikelse-mottagen': { sv: 'Avvikelsen är mottagen', en: 'The deviation is received' },
  'avvikelse-besvarad': { sv: 'Svar på avvikelsen', en: 'Answer to the deviation' },
  'avvikelse-tillbaka': { sv: 'Svaret är tillbakaskickat', en: 'The answer is sent back' },
  'avvikelse-avslutad': { sv: 'Avvikelsen är avslutad', en: 'The deviation is closed' },
};
