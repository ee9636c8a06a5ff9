import {
  addDays,
  localDate,
  localTime,
  weekday,
  type Instant,
  type Language,
  type LocalDate,
  type Text,
} from '@hemgang/kernel';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  sv: [
    ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
    ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
};

/** A day without abbreviations and with its year, because paper is read long after: `fredag 6 mars 2026`. */
export function dayInWords(date: LocalDate, language: Language): string {
  const month = MONTHS[language][Number(date.slice(5, 7)) - 1] ?? '';
  const day = WEEKDAYS[language][weekday(date) - 1] ?? '';
  return `${day} ${Number(date.slice(8))} ${month} ${date.slice(0, 4)}`;
}

/** `fredag 6 mars 2026 klockan 12.00`, by the clock in Sweden. */
export function timeInWords(at: Instant, language: Language): string {
  const time = localTime(at);
  const clock = language === 'sv' ? `klockan ${time.replace(':', '.')}` : `at ${time}`;
  return `${dayInWords(localDate(at), language)} ${clock}`;
}

/** Until when something is done: what is due when a day ends is due that day. */
export function dueInWords(at: Instant, language: Language): string {
  if (localTime(at) !== '00:00') return timeInWords(at, language);
  return dayInWords(addDays(localDate(at), -1), language);
}

/** What both sheets say. */
export const SHEET_WORDS = {
  for: { sv: 'Bladet är till {name}.', en: 'This sheet is for {name}.' },
  noName: { sv: 'Skriv namnet här:', en: 'Write the name here:' },
  protectedName: {
    sv: 'Ditt namn står inte här. Dina uppgifter är skyddade.',
    en: 'Your name does not stand here. Your identity is protected.',
  },
  phone: { sv: 'Telefon', en: 'Telephone' },
  noPhone: {
    sv: 'Vi har inget nummer. Fråga personalen.',
    en: 'We have no number. Ask the staff.',
  },
  when: { sv: 'När', en: 'When' },
  who: { sv: 'Vem', en: 'Who' },
  advice: {
    sv: 'Behöver du råd om vård? Ring 1177. De svarar dygnet runt.',
    en: 'Do you need advice about care? Call 1177. They answer day and night.',
  },
  emergency: { sv: 'Är det livshotande? Ring 112.', en: 'Is a life in danger? Call 112.' },
  own: { sv: 'Här kan du skriva själv:', en: 'Here you can write yourself:' },
  printedAt: {
    sv: 'Utskrivet {time}. Bladet visar vad vi visste då.',
    en: 'Printed {time}. The sheet shows what we knew then.',
  },
  choices: { sv: 'Val för bladet', en: 'Choices for the sheet' },
  lookThrough: {
    sv: 'Läs igenom bladet med patienten innan du lämnar det. Skriv ut från webbläsarens meny.',
    en: 'Read the sheet through with the patient before you hand it over. Print it from the menu of the browser.',
  },
  plain: { sv: 'Vanlig text', en: 'Ordinary print' },
  large: { sv: 'Stor text', en: 'Large print' },
  noHeadings: { sv: 'Rubriker på ett språk', en: 'Headings in one language' },
  headings: { sv: 'Rubriker även på {language}', en: 'Headings also in {language}' },
  pdf: { sv: 'Hämta som PDF', en: 'Download as PDF' },
} as const satisfies Readonly<Record<string, Text>>;
