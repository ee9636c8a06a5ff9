import { inBoth, type Words } from '../in-both';
import { useLanguage } from '../language';

const texts = {
  rolling: { sv: 'Rullande tolv månader', en: 'Rolling twelve months' },
  between: { sv: 'Dagar mellan händelser', en: 'Days between events' },
  byWeek: { sv: 'Vecka för vecka', en: 'Week by week' },
  byMonth: { sv: 'Månad för månad', en: 'Month by month' },
  byYear: { sv: 'År för år', en: 'Year by year' },
  fewByWeek: {
    sv: 'För få för att jämföra vecka för vecka: i genomsnitt färre än fem per vecka.',
    en: 'Too few to compare week by week: fewer than five a week on average.',
  },
  fewByMonth: {
    sv: 'För få för att jämföra månad för månad: i genomsnitt färre än fem per månad.',
    en: 'Too few to compare month by month: fewer than five a month on average.',
  },
  fewByYear: {
    sv: 'För få för att jämföra år för år: i genomsnitt färre än fem per år.',
    en: 'Too few to compare year by year: fewer than five a year on average.',
  },
  rollingChart: {
    sv: '{title}, {unit}, {place}: de tolv hela månader som slutar med varje månad, {count, plural, one {# värde} other {# värden}}.',
    en: '{title}, {unit}, {place}: the twelve whole months that end with each month, {count, plural, one {# value} other {# values}}.',
  },
  rollingWhy: {
    sv: 'Varje värde är de tolv hela månader som slutar då. Värdena överlappar varandra: därför ritas inga gränser för vanlig variation.',
    en: 'Each value is of the twelve whole months that end then. They overlap: so no limits of ordinary variation are drawn.',
  },
  endsWith: { sv: 'Till och med', en: 'Until' },
  betweenChart: {
    sv: '{title}, {place}: dagar från en oönskad händelse till nästa, {count, plural, one {# mellanrum} other {# mellanrum}}.',
    en: '{title}, {place}: days from one unwanted event to the next, {count, plural, one {# interval} other {# intervals}}.',
  },
  betweenWhy: {
    sv: 'Dagar från en oönskad händelse till nästa: längre är bättre. 0 är två på samma dag.',
    en: 'Days from one unwanted event to the next: longer is better. 0 is two on one day.',
  },
  betweenLimits: {
    sv: 'Mitt {centre} dagar. Mellan {lower} och {upper} är det vanlig variation, inte en förändring.',
    en: 'Centre {centre} days. Between {lower} and {upper} it is ordinary variation, no change.',
  },
  noBetweenLimits: {
    sv: 'Färre än åtta mellanrum: för få för att skilja en förändring från slump.',
    en: 'Fewer than eight intervals: too few to tell a change from chance.',
  },
  openFor: {
    sv: '{days, plural, one {# dag} other {# dagar}} sedan den senaste, {since}. Det är inget mellanrum än.',
    en: '{days, plural, one {# day} other {# days}} since the last one, {since}. That is no interval yet.',
  },
  goesOn: { sv: 'pågår', en: 'goes on' },
  event: { sv: 'Händelse', en: 'Event' },
  daysSince: { sv: 'Dagar sedan förra', en: 'Days since the one before' },
  days: { sv: 'dagar', en: 'days' },
  'too-short': {
    sv: 'Rullande tolv månader finns först när ett helt år har räknats.',
    en: 'Rolling twelve months are there once a whole year has been counted.',
  },
  'few-cases': {
    sv: 'Rullande tolv månader visas inte för en annan organisation när någon månad bygger på färre än fem ärenden.',
    en: 'Rolling twelve months are not shown of another organisation when some month is made of fewer than five cases.',
  },
  'whole-months-only': {
    sv: 'Rullande tolv månader visas för en annan organisation bara per månad, från den första i en månad.',
    en: 'Rolling twelve months are shown of another organisation only by month, from the first of a month.',
  },
} as const;

const words = inBoth(texts);

export type CourseTexts = Words<typeof texts>;

/** The words of other ways to look at a figure, in the reader's language. */
export function useCourseTexts(): CourseTexts {
  return words[useLanguage().language];
}
