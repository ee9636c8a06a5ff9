import { inBoth, type Words } from '../in-both';
import { useLanguage, type Text } from '../language';
import { pageNames } from '../page-names';

const texts = {
  page: pageNames.forecast,
  lead: {
    sv: 'Patienter på sjukhus som väntas hem till {municipality} de närmaste två veckorna. Dagen är den start som enheten har planerat, annars avdelningens beräknade utskrivning.',
    en: 'Patients in hospital who are expected home to {municipality} within two weeks. The day is the start that the unit has planned, else the ward’s expected discharge.',
  },
  whole: { sv: 'Hela kommunen', en: 'The whole municipality' },
  wholeHint: {
    sv: 'Varje patient räknas en gång. Platser är summan för de enheter som har fyllt i.',
    en: 'Each patient is counted once. Places are the sum of the units that have filled in.',
  },
  others: { sv: 'Övriga enheter', en: 'Other units' },
  unitSum: { sv: '{unit}: {expected} väntas', en: '{unit}: {expected} expected' },
  late: {
    sv: 'Dagen har passerat, kvar på sjukhus: {n}',
    en: 'Day passed, still in hospital: {n}',
  },
  table: { sv: 'Dag för dag: {name}', en: 'Day by day: {name}' },
  day: { sv: 'Dag', en: 'Day' },
  expected: { sv: 'Väntas', en: 'Expected' },
  places: { sv: 'Kan ta emot', en: 'Can receive' },
  difference: { sv: 'Skillnad', en: 'Difference' },
  patients: { sv: 'Patienter', en: 'Patients' },
  notSaid: { sv: 'inte ifyllt', en: 'not filled in' },
  free: { sv: '{n} lediga', en: '{n} free' },
  full: { sv: 'fullt', en: 'full' },
  tooMany: { sv: '{n} för många', en: '{n} too many' },
  unnamed: { sv: 'Öppna ärendet', en: 'Open the case' },
  empty: {
    sv: 'Ingen patient väntas hem. Den som en avdelning skickar inskrivningsmeddelande om visas här.',
    en: 'Nobody is expected home. Whoever a ward sends an admission notice about is shown here.',
  },
  start: { sv: 'Tidigast start', en: 'Earliest start' },
  fillIn: { sv: 'Fyll i vad {unit} kan ta emot', en: 'Fill in what {unit} can receive' },
  week: { sv: 'Platser per dag, varje vecka', en: 'Places a day, every week' },
  weekHint: {
    sv: 'Lämna tomt när inget är sagt. Avdelningarna ser talen när de sätter dag.',
    en: 'Leave empty when nothing is said. The wards see the numbers when they set a day.',
  },
  days: { sv: 'Andra tal vissa dagar', en: 'Other numbers on some days' },
  date: { sv: 'Datum', en: 'Date' },
  number: { sv: 'Platser', en: 'Places' },
  addDay: { sv: 'Lägg till en dag', en: 'Add a day' },
  removeDay: { sv: 'Ta bort dagen', en: 'Remove the day' },
  reason: { sv: 'Skäl', en: 'Reason' },
  incomplete: {
    sv: 'Skriv hela tal från 0 till 99, och datum för varje dag.',
    en: 'Write whole numbers from 0 to 99, and a date for each day.',
  },
  save: { sv: 'Spara', en: 'Save' },
  saving: { sv: 'Sparar …', en: 'Saving …' },
} satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

export type ForecastTexts = Words<typeof texts>;

/** The texts in the reader's language. */
export function useForecastTexts(): ForecastTexts {
  return words[useLanguage().language];
}

const WEEKDAYS = {
  sv: ['Måndag', 'Tisdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lördag', 'Söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** Monday to Sunday. */
export function useWeekdays(): readonly string[] {
  return WEEKDAYS[useLanguage().language];
}
