import { inBoth, type Words } from '../in-both';
import { useLanguage, type Text } from '../language';

/** Texts about a case as it stood. */
const texts = {
  open: { sv: 'Visa som det var …', en: 'Show as it was …' },
  heading: { sv: 'Så var det', en: 'As it was' },
  stood: { sv: 'Så här såg ärendet ut {time}', en: 'This is how the case stood {time}' },
  onlyLook: {
    sv: 'Det här är historik. Här går det bara att läsa.',
    en: 'This is history. It can only be read.',
  },
  latest: { sv: 'Senast hade hänt: {title} ({time}).', en: 'Latest then: {title} ({time}).' },
  toPresent: { sv: 'Till ärendet som det är nu', en: 'To the case as it is now' },
  previous: { sv: 'Föregående händelse', en: 'Previous event' },
  next: { sv: 'Nästa händelse', en: 'Next event' },
  time: { sv: 'Tidpunkt', en: 'Time' },
  show: { sv: 'Visa', en: 'Show' },
  steps: { sv: 'Gå i tiden', en: 'Move in time' },
  noTime: {
    sv: 'Skriv en hel tidpunkt, dag och klockslag.',
    en: 'Give a whole time, day and hour.',
  },
  before_case: {
    sv: 'Ärendet fanns inte då. Välj en senare tidpunkt.',
    en: 'There was no case then. Choose a later time.',
  },
  before_joined: {
    sv: 'Er enhet var inte med i ärendet då. Välj en senare tidpunkt.',
    en: 'Your unit took no part in the case then. Choose a later time.',
  },
  in_future: {
    sv: 'Den tidpunkten har inte kommit än. Välj en tidigare.',
    en: 'That time has not come yet. Choose an earlier one.',
  },
} satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

export type HistoryTexts = Words<typeof texts>;

/** The texts in the reader's language. */
export function useHistoryTexts(): HistoryTexts {
  return words[useLanguage().language];
}
