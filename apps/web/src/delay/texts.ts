import { inBoth } from '../in-both';
import { useLanguage, type Text } from '../language';

/** Texts about why a patient waited. */
const texts = {
  heading: { sv: 'Varför patienten väntade', en: 'Why the patient waited' },
  sum: {
    sv: 'Dygn som utskrivningsklar: {days}. Utan angiven orsak: {unknown}.',
    en: 'Days as utskrivningsklar: {days}. Without a cause: {unknown}.',
  },
  allKnown: { sv: 'Alla dygn har en orsak.', en: 'All days have a cause.' },
  bar: { sv: 'Dygnen i ordning: {parts}', en: 'The days in their order: {parts}' },
  part: { sv: '{days} d {text}', en: '{days} d {text}' },
  slices: { sv: 'Dygn och orsaker', en: 'Days and causes' },
  days: { sv: 'Dagar', en: 'Days' },
  count: { sv: 'Antal', en: 'Number' },
  cause: { sv: 'Orsak', en: 'Cause' },
  who: { sv: 'Angiven av', en: 'Given by' },
  actions: { sv: 'Gör', en: 'Do' },
  owners: { sv: 'Rår över det: {owners}', en: 'Whose it is to change: {owners}' },
  commented: { sv: '{unit} kommenterar: {text}', en: '{unit} comments: {text}' },
  notTold: { sv: 'orden är inte lämnade till er', en: 'the words are not told to you' },
  set: { sv: 'Ange orsak', en: 'Give a cause' },
  comment: { sv: 'Kommentera', en: 'Comment' },
  suggestions: { sv: 'Förslag från uppgifterna', en: 'Suggested by the duties' },
  suggestionsAre: {
    sv: 'Ett förslag är ingen orsak förrän någon har bekräftat det.',
    en: 'A suggestion is no cause until somebody has confirmed it.',
  },
  confirm: { sv: 'Bekräfta', en: 'Confirm' },
  list: {
    sv: 'Listan över orsaker: version {version}, gäller från {from}. {source}.',
    en: 'The list of causes: version {version}, in force from {from}. {source}.',
  },
} satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

/** The texts in the reader's language. */
export function useDelayTexts() {
  return words[useLanguage().language];
}
