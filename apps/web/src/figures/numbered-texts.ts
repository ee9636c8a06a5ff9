import { inBoth } from '../in-both';
import { useLanguage } from '../language';

const words = inBoth({
  enterIt: {
    sv: 'Talet saknas för hela eller en del av perioden. Bara ni har det: den som driver tjänsten lägger in det (hemgang figures numbers). Inget annat sätts i dess ställe.',
    en: 'The number is missing for all or part of the period. Only you have it: whoever runs the service enters it (hemgang figures numbers). Nothing else is put in its place.',
  },
  numbers: { sv: 'Räknat med', en: 'Reckoned with' },
  number: {
    sv: '{value} från och med {from}. Källa: {source}',
    en: '{value} from {from}. Source: {source}',
  },
} as const);

/** The words of figures that are set against the customer's numbers. */
export function useNumberedTexts() {
  return words[useLanguage().language];
}
