import { inBoth, type Words } from '../in-both';
import { useLanguage } from '../language';

const texts = {
  heading: { sv: 'Lämna över patienter till en kollega', en: 'Hand patients over to a colleague' },
  whatHappens: {
    sv: 'Alla öppna patienter får en ny fast vårdkontakt. De andra enheterna ser bytet och det nya numret i varje ärende.',
    en: 'All open patients get another fast vårdkontakt. The other units see the change and the new number in each case.',
  },
  from: { sv: 'Från', en: 'From' },
  to: { sv: 'Till', en: 'To' },
  phone: { sv: 'Kollegans telefon', en: 'The colleague’s telephone' },
  choose: { sv: 'Välj', en: 'Choose' },
  handOver: { sv: 'Lämna över', en: 'Hand over' },
  sending: { sv: 'Lämnar över …', en: 'Handing over …' },
  done: {
    sv: '{count, plural, =0 {Ingen patient har bytt} one {# patient har fått ny} other {# patienter har fått ny}} fast vårdkontakt.',
    en: '{count, plural, =0 {No patient has changed} one {# patient has got another} other {# patients have got another}} fast vårdkontakt.',
  },
  notDone: {
    sv: '{count, plural, one {En patient} other {# patienter}} gick inte att lämna över. Öppna ärendet och byt där:',
    en: '{count, plural, one {One patient} other {# patients}} could not be handed over. Open the case and change it there:',
  },
} as const;

const words = inBoth(texts);

/** The words of handing patients over in the reader's language. */
export function useContactTexts(): Words<typeof texts> {
  return words[useLanguage().language];
}
