import { inBoth, type Words } from '../in-both';
import { useLanguage } from '../language';

const texts = {
  lead: {
    sv: 'Patienter, närstående och personal svarar anonymt på några få frågor. Du kan be någon svara själv, eller fylla i vad någon säger i telefon eller har skrivit på papper.',
    en: 'Patients, relatives and staff answer a few questions anonymously. You can ask somebody to answer by herself, or enter what somebody says on the telephone or has written on paper.',
  },
  inviteColleague: { sv: 'Be en kollega svara', en: 'Ask a colleague to answer' },
  ask: { sv: 'Fråga hur det gick', en: 'Ask how it went' },
  askHint: {
    sv: 'Patienten eller en närstående får en kod. Svaret går inte att spåra till ärendet.',
    en: 'The patient or a relative is given a code. The answer cannot be led back to the case.',
  },
  'after-discharge': { sv: 'Efter hemgången', en: 'After going home' },
  'after-sip': { sv: 'Efter SIP', en: 'After the SIP' },
  'at-follow-up': { sv: 'Vid uppföljning', en: 'At follow-up' },
  code: { sv: 'Kod', en: 'Code' },
  made: {
    sv: 'Koden visas bara nu. Den kan användas en gång, till och med {day}.',
    en: 'The code is shown now only. It can be used once, until {day} at the latest.',
  },
  openPage: {
    sv: 'Frågorna, att skriva ut eller skicka',
    en: 'The questions, to print or to send',
  },
  enterHere: { sv: 'Fyll i svaren åt någon', en: 'Enter the answers for somebody' },
  enterHeading: { sv: 'Fyll i svar', en: 'Enter answers' },
  codeHint: {
    sv: 'En kod som er enhet har gjort. Ring, ställ frågorna som de står och fyll i svaren.',
    en: 'A code that your unit has made. Call, ask the questions as they stand and enter the answers.',
  },
  showQuestions: { sv: 'Visa frågorna', en: 'Show the questions' },
  way: { sv: 'Hur svaret kom', en: 'How the answer came' },
  phone: { sv: 'i telefon', en: 'by telephone' },
  paper: { sv: 'på papper', en: 'on paper' },
  save: { sv: 'Spara svaren', en: 'Save the answers' },
  saved: { sv: 'Svaren är räknade.', en: 'The answers have been counted.' },
  results: { sv: 'Vad de själva säger', en: 'What they say themselves' },
  resultsLead: {
    sv: 'Medelvärden från 1 (stämmer inte alls) till 5 (stämmer helt), för hela kvartal som är slut. Färre än fem svar visas aldrig, och inte heller ett tal som skulle avslöja dem.',
    en: 'Means from 1 (not true at all) to 5 (entirely true), of whole quarters that are over. Fewer than five answers are never shown, nor is a number that would give them away.',
  },
  noQuarter: {
    sv: 'Det finns inget helt kvartal i perioden som är slut.',
    en: 'There is no whole quarter in the period that is over.',
  },
  quarters: {
    sv: 'Hela kvartal, från och med {from} till och med {to}.',
    en: 'Whole quarters, from {from} up to and including {to}.',
  },
  answers: {
    sv: '{count, plural, one {# svar} other {# svar}}',
    en: '{count, plural, one {# answer} other {# answers}}',
  },
  hidden: { sv: 'Färre än fem: visas inte', en: 'Fewer than five: not shown' },
  someHidden: {
    sv: 'Kvartal med för få svar är inte med.',
    en: 'Quarters with too few answers are not among them.',
  },
  question: { sv: 'Påstående', en: 'Statement' },
  mean: { sv: 'Medel', en: 'Mean' },
  count: { sv: 'Svar', en: 'Answers' },
} as const;

const words = inBoth(texts);

export type ExperienceTexts = Words<typeof texts>;

/** The words about how it went in the reader's language. */
export function useExperienceTexts(): ExperienceTexts {
  return words[useLanguage().language];
}
