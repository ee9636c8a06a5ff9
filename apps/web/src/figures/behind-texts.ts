import { inBoth, type Words } from '../in-both';
import { useLanguage } from '../language';

const texts = {
  cases: { sv: 'Ärenden', en: 'Cases' },
  show: { sv: 'Visa ärendena', en: 'Show the cases' },
  hide: { sv: 'Dölj ärendena', en: 'Hide the cases' },
  showOf: { sv: 'Visa ärendena: {name}', en: 'Show the cases: {name}' },
  hideOf: { sv: 'Dölj ärendena: {name}', en: 'Hide the cases: {name}' },
  share: { sv: '{day}: {count} av {whole}', en: '{day}: {count} of {whole}' },
  mean: {
    sv: '{day}: {count} {unit}{whole, plural, one {} other { på # tillfällen}}',
    en: '{day}: {count} {unit}{whole, plural, one {} other { at # times}}',
  },
  'by-day': {
    sv: 'till och med {day}: {count, plural, one {# dygn} other {# dygn}}',
    en: 'until {day}: {count, plural, one {# day} other {# days}}',
  },
  none: {
    sv: 'Inget av ärendena är er enhets.',
    en: 'None of the cases is your unit’s.',
  },
  others: {
    sv: '{count} ärenden är andra enheters och visas inte.',
    en: '{count} cases are those of other units and are not shown.',
  },
  fewOthers: {
    sv: 'Färre än fem är andra enheters.',
    en: 'Fewer than five are those of other units.',
  },
} as const;

const words = inBoth(texts);

/** The words of the list of cases behind a figure in the reader's language. */
export function useBehindTexts(): Words<typeof texts> {
  return words[useLanguage().language];
}
