import { inBoth, type Words } from '../in-both';
import { useLanguage, type Text } from '../language';

const texts = {
  heading: { sv: 'Ärendets väg', en: 'The way of the case' },
  main: { sv: 'Huvudvägen', en: 'The main road' },
  aside: { sv: 'Sidovägar', en: 'Side roads' },
  here: { sv: 'Här är ärendet nu', en: 'The case is here now' },
  open: { sv: 'Går nu', en: 'Possible now' },
  shut: { sv: 'Går inte nu', en: 'Not possible now' },
  leads: { sv: 'Det här leder hit nu', en: 'This leads here now' },
  byItself: {
    sv: 'Kommer av sig självt efter ”{stage}”, när allt som väntas är gjort.',
    en: 'Comes by itself after “{stage}”, when all that is waited for is done.',
  },
  noWay: {
    sv: 'Inget som du kan göra leder hit härifrån.',
    en: 'Nothing that you can do leads here from where the case is.',
  },
  rest: {
    sv: 'Annat som inte går just nu, och varför',
    en: 'What else is not possible, and why',
  },
} satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

type StageTexts = Words<typeof texts>;

/** The texts in the reader's language. */
export function useStageTexts(): StageTexts {
  return words[useLanguage().language];
}
