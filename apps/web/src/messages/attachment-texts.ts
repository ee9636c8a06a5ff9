import { inBoth, type Words } from '../in-both';
import { useLanguage, type Language, type Text } from '../language';

/** Texts about files of messages. */
const texts = {
  files: { sv: 'Filer', en: 'Files' },
  limits: {
    sv: 'Högst 5 filer om 10 MB: PDF, bild (JPEG, PNG) eller ren text. Bara de som meddelandet går till kan hämta dem.',
    en: 'At most 5 files of 10 MB: PDF, picture (JPEG, PNG) or plain text. Only those the message goes to can fetch them.',
  },
  choose: { sv: 'Välj filer', en: 'Choose files' },
  photo: { sv: 'Ta ett foto', en: 'Take a photo' },
  none: { sv: 'Inga filer är valda.', en: 'No files are chosen.' },
  uploading: { sv: 'Skickar {name}', en: 'Sending {name}' },
  failed: { sv: '{name} kom inte med', en: '{name} was not added' },
  again: { sv: 'Försök igen', en: 'Try again' },
  waits: { sv: 'Väntar på filerna …', en: 'Waiting for the files …' },
  notThere: {
    sv: 'En fil kom inte med: försök igen eller släng den',
    en: 'A file was not added: try again or drop it',
  },
  remove: { sv: 'Ta bort {name}', en: 'Remove {name}' },
  dismiss: { sv: 'Släng {name}', en: 'Drop {name}' },
  tooMany: {
    sv: 'Ett meddelande kan ha högst 5 filer. Ta bort någon först, eller skicka två meddelanden.',
    en: 'A message can have at most 5 files. Remove one first, or send two messages.',
  },
  tooLarge: {
    sv: 'Filen är större än 10 MB. Välj en mindre, eller ta bilden med lägre upplösning.',
    en: 'The file is larger than 10 MB. Choose a smaller one, or take the picture at a lower resolution.',
  },
  nameTooLong: {
    sv: 'Namnet är längre än 120 tecken. Ge filen ett kortare namn och välj den igen.',
    en: 'The name has more than 120 characters. Give the file a shorter one and choose it again.',
  },
  nameUnsafe: {
    sv: 'Namnet har tecken som inte alla datorer klarar. Ge filen ett enklare namn och välj den igen.',
    en: 'The name has characters that not every computer takes. Give the file a simpler one and choose it again.',
  },
  nameEnding: {
    sv: 'Namnet slutar inte som filer av det slaget brukar (.pdf, .jpg, .png, .txt). Byt namn på filen och välj den igen.',
    en: 'The name does not end as files of that kind do (.pdf, .jpg, .png, .txt). Rename the file and choose it again.',
  },
} satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

export type AttachmentTexts = Words<typeof texts>;

/** The texts in the reader's language. */
export function useAttachmentTexts(): AttachmentTexts {
  return words[useLanguage().language];
}

const KINDS: Readonly<Record<string, Text>> = {
  pdf: { sv: 'PDF', en: 'PDF' },
  png: { sv: 'bild (PNG)', en: 'picture (PNG)' },
  jpeg: { sv: 'bild (JPEG)', en: 'picture (JPEG)' },
  text: { sv: 'text', en: 'text' },
};

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

const MEGABYTE = 1_000_000;
const KILOBYTE = 1_000;

/** What a file is: `PDF, 1,2 MB`. */
export function kindAndSize(
  { kind, size }: { readonly kind: string; readonly size: number },
  language: Language,
): string {
  const unit = size < MEGABYTE ? KILOBYTE : MEGABYTE;
  const count = new Intl.NumberFormat(LOCALES[language], {
    maximumFractionDigits: unit === MEGABYTE ? 1 : 0,
  }).format(Math.max(1, size / unit));
  return `${KINDS[kind]?.[language] ?? kind}, ${count} ${unit === MEGABYTE ? 'MB' : 'kB'}`;
}
