import { inBoth, type Words } from '../in-both';
import { useLanguage, type Text } from '../language';

/** What the page of the forecast and the forms of a ward say alike. */
const texts = {
  capacity: { sv: 'Vad kommunen kan ta emot', en: 'What the municipality can receive' },
  earliest: { sv: 'tidigast start {day} ({reason})', en: 'earliest start {day} ({reason})' },
  booked: {
    sv: '{expected} av {places} platser bokade {day}',
    en: '{expected} of {places} places booked {day}',
  },
  staffing: { sv: 'bemanning', en: 'staffing' },
  places: { sv: 'platsbrist', en: 'no places' },
  equipment: { sv: 'hjälpmedel', en: 'equipment' },
  other: { sv: 'annat skäl', en: 'another reason' },
  adviceOnly: {
    sv: 'Det är kommunens egen uppgift och ett råd. Du väljer dag.',
    en: 'The municipality has said so itself, and it is advice. You choose the day.',
  },
} satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

/** The texts in the reader's language. */
export function useCapacityTexts(): Words<typeof texts> {
  return words[useLanguage().language];
}
