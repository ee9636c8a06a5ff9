import type { Text } from './language';

/** What pages are called in the menu and on themselves; the rest of their words comes with them. */
export const pageNames = {
  avvikelse: { sv: 'Avvikelse', en: 'Deviation' },
  avvikelser: { sv: 'Avvikelser', en: 'Deviations' },
  experience: { sv: 'Hur gick det?', en: 'How did it go?' },
  cover: { sv: 'Jour och öppettider', en: 'Watch and opening hours' },
  forecast: { sv: 'Prognos', en: 'Forecast' },
  figures: { sv: 'Statistik', en: 'Statistics' },
  jointGroup: { sv: 'Samverkansgruppen', en: 'The joint group' },
  firstSteps: { sv: 'Första stegen', en: 'First steps' },
  log: { sv: 'Loggkontroll', en: 'Log follow-up' },
  reentry: { sv: 'Efter ett avbrott', en: 'After an outage' },
  overview: { sv: 'Översikt', en: 'Overview' },
  notices: { sv: 'Mina aviseringar', en: 'My notices' },
} as const satisfies Readonly<Record<string, Text>>;
