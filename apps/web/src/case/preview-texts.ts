import { inBoth, type Words } from '../in-both';
import { useLanguage, type Text } from '../language';

/** Texts about what a command would lead to. */
const texts = {
  nobody: { sv: 'Ingen annan enhet får veta det.', en: 'No other unit is told.' },
  told: { sv: '{units} får veta det.', en: 'Told: {units}.' },
  and: { sv: 'och', en: 'and' },
  becomes: { sv: 'Ärendet blir: {state}.', en: 'The case becomes: {state}.' },
  starts: {
    sv: 'Klockan för betalningsansvar startar {time}. Tidigaste dag som kan kosta kommunen något: {day}.',
    en: 'The clock of payment liability starts {time}. First day that may cost the municipality: {day}.',
  },
  stops: {
    sv: 'Klockan för betalningsansvar stannar.',
    en: 'The clock of payment liability stops.',
  },
  duties: { sv: 'Uppgifter som påverkas: {count}', en: 'Duties that change: {count}' },
  ends: { sv: 'Avslutas', en: 'Ends' },
  moved: { sv: 'Ny tid eller ägare', en: 'New time or owner' },
  by: { sv: 'senast {time}', en: 'by {time}' },
  refused: {
    sv: 'Som det står nu går det inte: {why}',
    en: 'As it stands it is not possible: {why}',
  },
  notKnown: {
    sv: 'Det går inte att visa vad som händer just nu. Du kan skicka ändå.',
    en: 'What happens cannot be shown just now. You can send all the same.',
  },
} satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

export type PreviewTexts = Words<typeof texts>;

/** The texts in the reader's language. */
export function usePreviewTexts(): PreviewTexts {
  return words[useLanguage().language];
}
