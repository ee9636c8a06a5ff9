import { inBoth, type Words } from '../in-both';
import { useLanguage, type Text } from '../language';
import { pageNames } from '../page-names';

/** Texts about who reads: hours, watches, absence. */
const texts = {
  page: pageNames.cover,
  lead: {
    sv: 'Det som brådskar när en enhet har stängt går till den som har jouren. Annat väntar på enheten. Avsändaren ser före sändning när enheten stänger och vem som har jouren.',
    en: 'What is urgent when a unit has closed goes to whoever has the watch. The rest waits for the unit. The sender sees before sending when the unit closes and who has the watch.',
  },
  watches: { sv: 'Jourer', en: 'Watches' },
  noWatches: {
    sv: 'Ingen jour är upplagd. När en enhet har stängt får alla på enheten det som brådskar.',
    en: 'There is no watch. When a unit has closed, everybody there is told what is urgent.',
  },
  standsFor: { sv: 'Gäller', en: 'For' },
  holder: { sv: 'Har jouren nu', en: 'Has the watch now' },
  nobody: { sv: 'ingen', en: 'nobody' },
  mayDecide: { sv: 'Får besluta', en: 'May decide' },
  mayDecideHint: {
    sv: 'Den som har jouren får besluta för enheterna, inte bara ta emot',
    en: 'Whoever has the watch may decide for the units, not only receive',
  },
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej, tar bara emot', en: 'no, only receives' },
  turns: { sv: 'Pass', en: 'Turns' },
  noTurns: { sv: 'Inga pass är inlagda.', en: 'No turns are entered.' },
  handOverTo: { sv: 'Lämna över till', en: 'Hand over to' },
  handOver: { sv: 'Lämna över jouren', en: 'Hand the watch over' },
  choose: { sv: 'Välj', en: 'Choose' },
  newWatch: { sv: 'Lägg upp en jour', en: 'Add a watch' },
  change: { sv: 'Ändra jouren', en: 'Change the watch' },
  end: { sv: 'Ta bort jouren', en: 'Remove the watch' },
  endMeans: {
    sv: 'Jouren upphör genast. När enheterna har stängt får alla där det som brådskar.',
    en: 'The watch ends at once. When the units have closed, everybody there is told what is urgent.',
  },
  endNow: { sv: 'Ja, ta bort jouren nu', en: 'Yes, remove the watch now' },
  name: { sv: 'Namn, som avsändaren ser det', en: 'Name, as senders see it' },
  units: { sv: 'Enheter', en: 'Units' },
  person: { sv: 'Vem', en: 'Who' },
  from: { sv: 'Från', en: 'From' },
  until: { sv: 'Till', en: 'Until' },
  addTurn: { sv: 'Lägg till ett pass', en: 'Add a turn' },
  removeTurn: { sv: 'Ta bort passet', en: 'Remove the turn' },
  save: { sv: 'Spara', en: 'Save' },
  saving: { sv: 'Sparar …', en: 'Saving …' },
  incomplete: {
    sv: 'Fyll i namn, minst en enhet, och vem, från och till för varje pass.',
    en: 'Fill in a name, at least one unit, and who, from and until for each turn.',
  },
  absences: { sv: 'Frånvaro', en: 'Absence' },
  absencesLead: {
    sv: 'Den som är borta får inga aviseringar under tiden. Varför sparas inte.',
    en: 'Whoever is away is told nothing meanwhile. Why is not kept.',
  },
  noAbsences: { sv: 'Ingen frånvaro är inlagd.', en: 'No absence is entered.' },
  myself: { sv: 'jag själv', en: 'myself' },
  addAbsence: { sv: 'Lägg in frånvaro', en: 'Enter an absence' },
  endAbsence: { sv: 'Tillbaka', en: 'Back' },
  times: { sv: 'Fyll i från och till.', en: 'Fill in from and until.' },
  hours: { sv: 'Öppettider', en: 'Opening hours' },
  assumed: {
    sv: 'Länets antagna öppettider: enheten har inte sagt något annat.',
    en: 'The county’s assumed hours: the unit has said nothing else.',
  },
  coming: { sv: 'Ändras', en: 'Changes' },
  closed: { sv: 'stängt', en: 'closed' },
  always: { sv: 'dygnet runt', en: 'day and night' },
  red: { sv: 'Röda dagar', en: 'Red days' },
  setHours: { sv: 'Ange andra öppettider', en: 'Set other hours' },
  hoursFrom: { sv: 'Gäller från', en: 'From' },
  opens: { sv: 'öppnar', en: 'opens' },
  closes: { sv: 'stänger', en: 'closes' },
  closedHint: {
    sv: 'Tomt: stängt den dagen. 24:00 är dygnets slut.',
    en: 'Empty: closed that day. 24:00 is the end of the day.',
  },
  date: { sv: 'Fyll i från vilken dag.', en: 'Fill in from which day.' },
} as const satisfies Readonly<Record<string, Text>>;

const DAYS = {
  sv: ['Måndag', 'Tisdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lördag', 'Söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const words = inBoth(texts);

export type CoverTexts = Words<typeof texts> & {
  /** Monday first. */
  readonly days: readonly string[];
};

/** The texts in the reader's language. */
export function useCoverTexts(): CoverTexts {
  const { language } = useLanguage();
  return { ...words[language], days: DAYS[language] };
}
