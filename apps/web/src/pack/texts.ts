import { inBoth, type Words } from '../in-both';
import { useLanguage } from '../language';

const texts = {
  lead: {
    sv: 'Månadens underlag för huvudmännen tillsammans. Det som fryses ändras inte; räknas det om blir det en ny utgåva.',
    en: 'The month’s pack for the huvudmän together. What is frozen does not change; counted anew it is a new edition.',
  },
  notYours: {
    sv: 'Samverkansgruppens sida är för administratörer hos kommunerna och regionen.',
    en: 'The joint group’s page is for administrators of the municipalities and the region.',
  },
  place: { sv: 'Plats', en: 'Place' },
  month: { sv: 'Månad', en: 'Month' },
  freeze: { sv: 'Frys månadens underlag', en: 'Freeze the month’s pack' },
  frozen: { sv: 'Underlaget är fryst.', en: 'The pack is frozen.' },
  editions: { sv: 'Utgåvor', en: 'Editions' },
  noEditions: { sv: 'Inget är fryst för platsen än.', en: 'Nothing has been frozen here yet.' },
  edition: {
    sv: '{month}, utgåva {edition}. Fryst {at} av {by}, {huvudman}.',
    en: '{month}, edition {edition}. Frozen {at} by {by}, {huvudman}.',
  },
  open: { sv: 'Visa för utskrift', en: 'Show for print' },
  openOf: {
    sv: 'Visa {month}, utgåva {edition}, för utskrift',
    en: 'Show {month}, edition {edition}, for print',
  },
  pdf: { sv: 'PDF', en: 'PDF' },
  pdfOf: { sv: 'PDF av {month}, utgåva {edition}', en: 'PDF of {month}, edition {edition}' },
  excel: { sv: 'Excel', en: 'Excel' },
  excelOf: { sv: 'Excel av {month}, utgåva {edition}', en: 'Excel of {month}, edition {edition}' },
  contents: {
    sv: 'Orsaker och ärenden i {month}, utgåva {edition}',
    en: 'Causes and cases in {month}, edition {edition}',
  },
  causes: { sv: 'Varför patienterna väntade', en: 'Why patients waited' },
  cause: { sv: 'Orsak', en: 'Cause' },
  days: { sv: 'Dygn', en: 'Days' },
  few: { sv: 'Färre än fem: visas inte', en: 'Fewer than five: not shown' },
  nobody: { sv: 'Ingen väntade under månaden.', en: 'Nobody waited in the month.' },
  cases: { sv: 'Ärenden att diskutera', en: 'Cases to discuss' },
  noCases: { sv: 'Inga ärenden visas.', en: 'No cases are shown.' },
  case: { sv: 'Ärende', en: 'Case' },
  ward: { sv: 'Avdelning', en: 'Ward' },
  unknownDays: { sv: 'Utan orsak', en: 'Without cause' },
  agreed: { sv: 'Överenskomna åtgärder', en: 'Agreed measures' },
  noAgreed: { sv: 'Inga åtgärder är överenskomna.', en: 'No measures have been agreed.' },
  agreedBy: {
    sv: '{owner}, {role}. Klar senast {due}. Följs upp {lookAgain}.',
    en: '{owner}, {role}. Due {due}. Followed up {lookAgain}.',
  },
  saidBy: { sv: '{at}, {by}: {status}', en: '{at}, {by}: {status}' },
  add: { sv: 'Ny åtgärd', en: 'New measure' },
  words: { sv: 'Vad ska göras?', en: 'What is to be done?' },
  warning: {
    sv: 'Skriv inget om enskilda patienter: varken namn, personnummer eller annat som någon kan kännas igen på.',
    en: 'Write nothing about patients: no names, personal numbers or anything else by which somebody can be recognised.',
  },
  owner: { sv: 'Ansvarig huvudman', en: 'Huvudman who owns it' },
  role: { sv: 'Roll', en: 'Role' },
  due: { sv: 'Klar senast', en: 'Due' },
  lookAgain: { sv: 'Följs upp den', en: 'Followed up on' },
  save: { sv: 'Spara åtgärden', en: 'Keep the measure' },
  saved: { sv: 'Åtgärden är sparad.', en: 'The measure is kept.' },
  followUp: { sv: 'Följ upp: {words}', en: 'Follow up: {words}' },
  status: { sv: 'Läge', en: 'Status' },
  note: { sv: 'Vad blev det av den?', en: 'What came of it?' },
  saveFollowUp: { sv: 'Spara uppföljningen', en: 'Keep the follow-up' },
  followedUp: { sv: 'Uppföljningen är sparad.', en: 'The follow-up is kept.' },
  'status-agreed': { sv: 'Överenskommen', en: 'Agreed' },
  'status-under-way': { sv: 'Pågår', en: 'Under way' },
  'status-done': { sv: 'Klar', en: 'Done' },
  'status-dropped': { sv: 'Avskriven', en: 'Dropped' },
} as const;

const words = inBoth(texts);

type PackTexts = Words<typeof texts>;

/** The words of the joint group's workspace in the reader's language. */
export function usePackTexts(): PackTexts {
  return words[useLanguage().language];
}
