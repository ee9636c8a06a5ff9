import { inBoth, type Words } from '../in-both';
import { useLanguage } from '../language';

const texts = {
  shown: { sv: 'Visa', en: 'Show' },
  all: { sv: 'Alla', en: 'All' },
  late: { sv: 'Försenade', en: 'Overdue' },
  today: { sv: 'Idag', en: 'Today' },
  unseen: { sv: 'Osedda', en: 'Unseen' },
  mine: { sv: 'Mina', en: 'Mine' },
  free: { sv: 'Ingens', en: 'Nobody’s' },
  arranged: { sv: 'Ordna', en: 'Arrange' },
  byDuty: { sv: 'Uppgifter', en: 'Duties' },
  byPatient: { sv: 'Patienter', en: 'Patients' },
  search: { sv: 'Sök i listan', en: 'Search the list' },
  searchHint: { sv: 'namn eller uppgift', en: 'name or duty' },
  count: {
    sv: '{count, plural, one {# uppgift} other {# uppgifter}}',
    en: '{count, plural, one {# duty} other {# duties}}',
  },
  countOf: { sv: '{count} av {all} uppgifter', en: '{count} of {all} duties' },
  reading: { sv: 'Hämtar fler …', en: 'Loading more …' },
  patients: {
    sv: '{count, plural, one {# patient} other {# patienter}}',
    en: '{count, plural, one {# patient} other {# patients}}',
  },
  nothingMatches: {
    sv: 'Inget i listan stämmer med det du har valt att visa.',
    en: 'Nothing in the list matches what you have chosen to show.',
  },
  showAll: { sv: 'Visa alla', en: 'Show all' },
  due: { sv: 'Senast', en: 'Due' },
  patient: { sv: 'Patient och uppgift', en: 'Patient and duty' },
  person: { sv: 'Patient', en: 'Patient' },
  seen: { sv: 'Sedd', en: 'Seen' },
  who: { sv: 'Vem', en: 'Who' },
  act: { sv: 'Gör', en: 'Act' },
  selection: { sv: 'Markera', en: 'Select' },
  state: { sv: 'Läge', en: 'State' },
  answers: { sv: 'Samlat svar', en: 'Joint answer' },
  ownDuties: { sv: 'Er uppgift', en: 'Your duty' },
  notSeen: { sv: 'Osedd', en: 'Unseen' },
  seenBy: { sv: ' av {name}', en: ' by {name}' },
  nobody: { sv: 'Ingen', en: 'Nobody' },
  moreDuties: {
    sv: 'och {count, plural, one {# till} other {# till}}',
    en: 'and {count, plural, one {# more} other {# more}}',
  },
  noneOfYours: { sv: 'Väntar på andra', en: 'Waits for others' },
  noContact: { sv: 'Ingen fast vårdkontakt utsedd', en: 'No fast vårdkontakt appointed' },
  contactIs: { sv: 'Fast vårdkontakt: {name}', en: 'Fast vårdkontakt: {name}' },
  select: { sv: 'Markera {what}', en: 'Select {what}' },
  acknowledge: { sv: 'Kvittera', en: 'Acknowledge' },
  acknowledgeOf: { sv: 'Kvittera {name}', en: 'Acknowledge {name}' },
  acknowledged: { sv: 'Kvitterat {time}: {name}.', en: 'Acknowledged {time}: {name}.' },
  openFirst: {
    sv: 'Öppna och läs ärendet först. Du kvitterar att du har tagit del av det som det är nu.',
    en: 'Open and read the case first. You acknowledge that you have read it as it is now.',
  },
  noKvittens: {
    sv: 'Den här uppgiften kvitteras inte. Öppna ärendet för att göra den.',
    en: 'This duty is not acknowledged. Open the case to do it.',
  },
  chosen: {
    sv: '{count, plural, one {# markerad} other {# markerade}}',
    en: '{count, plural, one {# selected} other {# selected}}',
  },
  take: { sv: 'Ta på mig', en: 'Take' },
  handTo: { sv: 'Lämna till', en: 'Hand to' },
  hand: { sv: 'Lämna', en: 'Hand on' },
  print: { sv: 'Skriv ut', en: 'Print' },
  clear: { sv: 'Avmarkera', en: 'Clear' },
  undo: { sv: 'Ångra', en: 'Undo' },
  took: {
    sv: '{count, plural, one {# uppgift har fått} other {# uppgifter har fått}} nytt namn.',
    en: '{count, plural, one {# duty has} other {# duties have}} a new name.',
  },
  undone: { sv: 'Ångrat.', en: 'Undone.' },
  notTaken: {
    sv: '{name}: gick inte. {why}',
    en: '{name}: did not work. {why}',
  },
  views: { sv: 'Vyer', en: 'Views' },
  compact: { sv: 'Tätare rader', en: 'Compact rows' },
  help: { sv: 'Kortkommandon', en: 'Keyboard shortcuts' },
  shortcutsOn: { sv: 'Använd kortkommandon', en: 'Use keyboard shortcuts' },
  keyNext: { sv: 'nästa rad', en: 'next row' },
  keyPrevious: { sv: 'föregående rad', en: 'previous row' },
  keyOpen: { sv: 'öppna ärendet', en: 'open the case' },
  keyAcknowledge: {
    sv: 'kvittera ett ärende som du har läst',
    en: 'acknowledge a case that you have read',
  },
  keySelect: { sv: 'markera raden', en: 'select the row' },
  keyUndo: { sv: 'ångra senaste tilldelningen', en: 'undo the last assignment' },
  keySearch: { sv: 'sök', en: 'search' },
  keyHelp: { sv: 'visa den här hjälpen', en: 'show this help' },
  close: { sv: 'Stäng', en: 'Close' },
} as const;

const words = inBoth(texts);

export type WorklistTexts = Words<typeof texts>;

/** The words of the worklist in the reader's language. */
export function useWorklistTexts(): WorklistTexts {
  return words[useLanguage().language];
}
