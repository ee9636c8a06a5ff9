import { inBoth, type Words } from '../in-both';
import { useLanguage } from '../language';

const texts = {
  lead: {
    sv: 'Räknat ur händelserna, inom några sekunder från att de registrerats. Varje tal säger hur det är räknat.',
    en: 'Counted from the events, within seconds of their being registered. Each number says how it is counted.',
  },
  notYours: {
    sv: 'Statistiken är för administratörer.',
    en: 'The statistics are for administrators.',
  },
  place: { sv: 'Plats', en: 'Place' },
  county: { sv: 'Länet', en: 'The county' },
  municipality: { sv: 'Kommuner', en: 'Municipalities' },
  care: { sv: 'Slags vård', en: 'Kinds of care' },
  hospital: { sv: 'Sjukhus', en: 'Hospitals' },
  sjukstuga: { sv: 'Sjukstugor', en: 'Sjukstugor' },
  ward: { sv: 'Avdelningar', en: 'Wards' },
  'open-care': { sv: 'Öppen vård', en: 'Open care' },
  period: { sv: 'Period', en: 'Period' },
  fixed: { sv: 'Valda dagar', en: 'Chosen days' },
  'tolv-manader': {
    sv: 'De senaste tolv hela månaderna',
    en: 'The last twelve whole months',
  },
  'i-ar': { sv: 'Året hittills', en: 'This year so far' },
  and: { sv: 'Bara de som hör till', en: 'Only those who belong to' },
  all: { sv: 'Alla', en: 'All' },
  both: { sv: '{place}, bara {and}', en: '{place}, only {and}' },
  crossed: {
    sv: 'Uppgifter med tid, SIP och rehabilitering hör till en plats i taget och visas inte här.',
    en: 'Duties with a time, SIPs and rehabilitation belong to one place alone and are not shown here.',
  },
  by: { sv: 'Visa per', en: 'Show by' },
  week: { sv: 'vecka', en: 'week' },
  month: { sv: 'månad', en: 'month' },
  year: { sv: 'år', en: 'year' },
  measure: { sv: 'Mått', en: 'Measure' },
  whole: { sv: 'Hela perioden', en: 'The whole period' },
  none: { sv: 'Inget att räkna', en: 'Nothing to count' },
  isMissing: {
    sv: 'Talet saknas: ni behöver lägga in det',
    en: 'The number is missing: you need to enter it',
  },
  hidden: { sv: 'Färre än fem: visas inte', en: 'Fewer than five: not shown' },
  hiddenWhy: {
    sv: 'Tal som bygger på färre än fem ärenden hos en annan organisation visas inte, och inte heller ett som skulle avslöja ett sådant.',
    en: 'Numbers made of fewer than five cases of another organisation are not shown, nor is one that would give such a number away.',
  },
  reckonedAt: {
    sv: 'Räknat {at}, definitioner version {version}.',
    en: 'Counted {at}, definitions version {version}.',
  },
  notReckoned: {
    sv: 'Inget har räknats än. Det händer inom några sekunder efter att tjänsten har startat.',
    en: 'Nothing has been counted yet. It is within seconds of the service’s start.',
  },
  assumed: {
    sv: 'Definitionen är antagen, inte bekräftad.',
    en: 'The definition is assumed, not confirmed.',
  },
  numerator: { sv: 'Täljare', en: 'Numerator' },
  denominator: { sv: 'Nämnare', en: 'Denominator' },
  dated: { sv: 'Hör till', en: 'Belongs to' },
  rule: { sv: 'Regel', en: 'Rule' },
  value: { sv: 'Värde', en: 'Value' },
  definition: { sv: 'Så är det räknat', en: 'How it is counted' },
  numbers: { sv: 'Talen', en: 'The numbers' },
  causes: { sv: 'Varför de väntade', en: 'Why they waited' },
  causesLead: {
    sv: 'Dygn som utskrivningsklar under hela perioden. Varje dygn har en orsak.',
    en: 'Days as utskrivningsklar over the whole period. Each day has one cause.',
  },
  causesChart: {
    sv: 'Dygn som utskrivningsklar efter orsak, {place}, från {from} till {to}.',
    en: 'Days as utskrivningsklar by cause, {place}, from {from} to {to}.',
  },
  causeList: {
    sv: 'Orsakslista version {version}. {source}.',
    en: 'List of causes version {version}. {source}.',
  },
  notSearched: {
    sv: 'Ärenden kan inte sökas efter vad kommunens socialtjänst ska ordna (patientdatalagen 2:8).',
    en: 'Cases cannot be searched by what social services have to arrange (patientdatalagen 2:8).',
  },
  cause: { sv: 'Orsak', en: 'Cause' },
  days: { sv: 'Dygn', en: 'Days' },
  share: { sv: 'Andel, procent', en: 'Share, per cent' },
  owners: { sv: 'Vem kan korta väntan', en: 'Whose it is to shorten it' },
  chart: {
    sv: '{title}, {unit}, {place}: {count, plural, one {# värde} other {# värden}} från {from} till {to}.',
    en: '{title}, {unit}, {place}: {count, plural, one {# value} other {# values}} from {from} to {to}.',
  },
  limits: {
    sv: 'Medel {centre}. Mellan {lower} och {upper} är det vanlig variation, inte en förändring.',
    en: 'Mean {centre}. Between {lower} and {upper} it is ordinary variation, no change.',
  },
  spread: {
    sv: 'Hälften väntade högst {median} {unit}, nio av tio högst {p90} {unit}.',
    en: 'Half of them waited at most {median} {unit}, nine of ten at most {p90} {unit}.',
  },
  summary: { sv: 'Alla mått i korthet', en: 'All measures in brief' },
  last: { sv: 'Senast', en: 'Latest' },
  lastOf: { sv: '{value} ({stretch})', en: '{value} ({stretch})' },
  judged: { sv: 'Jämfört med det vanliga', en: 'Compared with the ordinary' },
  unusuallyHigh: { sv: 'Ovanligt högt', en: 'Unusually high' },
  unusuallyLow: { sv: 'Ovanligt lågt', en: 'Unusually low' },
  ordinary: { sv: 'Som vanligt', en: 'As usual' },
  tooFew: { sv: 'För få värden för att säga', en: 'Too few values to tell' },
  noLimits: {
    sv: 'Färre än åtta värden: för få för att skilja en förändring från slump.',
    en: 'Fewer than eight values: too few to tell a change from chance.',
  },
} as const;

const words = inBoth(texts);

export type FigureTexts = Words<typeof texts>;

/** The words of the statistics in the reader's language. */
export function useFigureTexts(): FigureTexts {
  return words[useLanguage().language];
}
