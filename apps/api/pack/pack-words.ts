import type { Language, Text } from '@hemgang/kernel';

/** What the printed pack and its Excel file say beside what is frozen. */
const WORDS = {
  title: { sv: 'Samverkansgruppens underlag', en: "The joint group's pack" },
  screen: { sv: 'Så visas underlaget', en: 'How the pack is shown' },
  month: { sv: 'Månad', en: 'Month' },
  place: { sv: 'Plats', en: 'Place' },
  to: { sv: 'Räknat till och med', en: 'Counted up to and including' },
  edition: { sv: 'Utgåva', en: 'Edition' },
  frozen: { sv: 'Fryst', en: 'Frozen' },
  frozenBy: { sv: 'Fryst av', en: 'Frozen by' },
  position: { sv: 'Sista händelsen i loggen', en: 'Last event of the log' },
  hash: { sv: 'Kontrollsumma (SHA-256)', en: 'Digest (SHA-256)' },
  version: { sv: 'Definitionernas version', en: 'Version of the definitions' },
  causes: { sv: 'Varför patienterna väntade', en: 'Why patients waited' },
  causesChart: {
    sv: 'Dygn som utskrivningsklar efter orsak, flest först: {count} staplar. Talen står i tabellen under.',
    en: 'Days as utskrivningsklar by cause, the most first: {count} bars. The numbers stand in the table below.',
  },
  cause: { sv: 'Orsak', en: 'Cause' },
  days: { sv: 'Dygn', en: 'Days' },
  share: { sv: 'Andel, summerad', en: 'Share, added up' },
  noCauses: { sv: 'Ingen väntade under månaden.', en: 'Nobody waited in the month.' },
  figures: { sv: 'Nyckeltal', en: 'Figures' },
  figure: { sv: 'Mått', en: 'Measure' },
  value: { sv: 'Värde', en: 'Value' },
  unit: { sv: 'Enhet', en: 'Unit' },
  numerator: { sv: 'Täljare', en: 'Numerator' },
  denominator: { sv: 'Nämnare', en: 'Denominator' },
  dated: { sv: 'Hör till', en: 'Belongs to' },
  rule: { sv: 'Regel', en: 'Rule' },
  assumed: { sv: 'Definitionen är antagen, inte bekräftad.', en: 'The definition is assumed.' },
  runChart: {
    sv: '{title}, {unit}, månad för månad till {month}. Talen står i tabellen under.',
    en: '{title}, {unit}, month by month until {month}. The numbers stand in the table below.',
  },
  limits: {
    sv: 'Medel {centre} (heldragen linje). Mellan {lower} och {upper} (streckade linjer) är det vanlig variation.',
    en: 'Mean {centre} (solid line). Between {lower} and {upper} (dashed lines) it is ordinary variation.',
  },
  none: { sv: 'Inget att räkna', en: 'Nothing to count' },
  hidden: { sv: 'Färre än fem: visas inte', en: 'Fewer than five: not shown' },
  cases: { sv: 'Ärenden att diskutera', en: 'Cases to discuss' },
  noCases: { sv: 'Inga ärenden.', en: 'No cases.' },
  countyCases: {
    sv: 'Länets underlag visar inga ärenden. De står i kommunens eget.',
    en: "The county's pack shows no cases. They stand in the municipality's own.",
  },
  case: { sv: 'Ärende', en: 'Case' },
  ward: { sv: 'Avdelning', en: 'Ward' },
  allDays: { sv: 'Dygn som utskrivningsklar', en: 'Days as utskrivningsklar' },
  daysOfMonth: { sv: 'Varav i månaden', en: 'Of these in the month' },
  unknownDays: { sv: 'Utan orsak', en: 'Without cause' },
  itsCauses: { sv: 'Orsaker', en: 'Causes' },
  agreed: { sv: 'Överenskomna åtgärder', en: 'Agreed measures' },
  noAgreed: { sv: 'Inga åtgärder är överenskomna.', en: 'No measures have been agreed.' },
  words: { sv: 'Åtgärd', en: 'Measure' },
  owner: { sv: 'Ansvarig', en: 'Owner' },
  due: { sv: 'Klar senast', en: 'Due' },
  lookAgain: { sv: 'Följs upp', en: 'Followed up' },
  status: { sv: 'Läge', en: 'Status' },
  note: { sv: 'Uppföljning', en: 'Follow-up' },
  pdf: { sv: 'Hämta som PDF', en: 'Download as PDF' },
} as const satisfies Readonly<Record<string, Text>>;

export const STATUS_WORDS = {
  agreed: { sv: 'Överenskommen', en: 'Agreed' },
  'under-way': { sv: 'Pågår', en: 'Under way' },
  done: { sv: 'Klar', en: 'Done' },
  dropped: { sv: 'Avskriven', en: 'Dropped' },
} as const satisfies Readonly<Record<string, Text>>;

/** One of the sentences in a language. */
export type PackWords = (key: keyof typeof WORDS) => string;

export function packWords(language: Language): PackWords {
  return (key) => WORDS[key][language];
}
