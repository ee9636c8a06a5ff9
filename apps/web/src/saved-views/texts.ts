import { inBoth, type Words } from '../in-both';
import { useLanguage } from '../language';

const texts = {
  views: { sv: 'Sparade vyer', en: 'Saved views' },
  none: {
    sv: 'Här finns de vyer som du sparar, och de som någon på enheten delar.',
    en: 'Here are the views that you save, and those that somebody at the unit shares.',
  },
  isShared: { sv: 'delas med enheten', en: 'shared with the unit' },
  change: { sv: 'Ändra', en: 'Change' },
  changeOf: { sv: 'Ändra {name}', en: 'Change {name}' },
  delete: { sv: 'Ta bort', en: 'Delete' },
  deleteOf: { sv: 'Ta bort {name}', en: 'Delete {name}' },
  deleted: { sv: 'Vyn är borttagen.', en: 'The view is deleted.' },
  saved: { sv: 'Vyn är sparad.', en: 'The view is saved.' },
  saveHeading: { sv: 'Spara vyn', en: 'Save this view' },
  name: { sv: 'Namn på vyn', en: 'Name of the view' },
  nameHint: {
    sv: 'Aldrig en patients namn eller nummer. Samma namn som en vy du har ersätter den.',
    en: 'Never a patient’s name or number. The name of a view that you have replaces it.',
  },
  share: { sv: 'Dela med enheten', en: 'Share with the unit' },
  asShown: { sv: 'Ersätt med det som visas nu', en: 'Replace with what is shown now' },
  sendMe: { sv: 'Skicka till mig', en: 'Send it to me' },
  sendMeOf: { sv: 'Skicka till mig: {name}', en: 'Send it to me: {name}' },
  never: { sv: 'aldrig', en: 'never' },
  monday: { sv: 'varje måndag', en: 'each Monday' },
  month: { sv: 'första vardagen i månaden', en: 'the first working day of the month' },
  next: { sv: 'nästa gång {at}', en: 'next {at}' },
  last: { sv: 'att läsa sedan {at}', en: 'to be read since {at}' },
  toRead: { sv: 'Statistik att läsa', en: 'Statistics to read' },
  save: { sv: 'Spara vyn', en: 'Save the view' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
} as const;

const words = inBoth(texts);

/** The words of saved views in the reader's language. */
export function useSavedViewTexts(): Words<typeof texts> {
  return words[useLanguage().language];
}
