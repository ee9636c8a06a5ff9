import type { RefuseRule } from '@hemgang/engine';
import type { AvvikelseContext } from '../context';
import { isWordless } from '../given';
import { rule } from './sides';

type WordsRule<Payload> = RefuseRule<AvvikelseContext, Payload>;
type WordsOf<Payload> = (payload: Payload) => string | undefined;

/** Words about somebody whose identity is protected would be read by others than those who are named. */
export function noWords<Payload>(words: WordsOf<Payload>): WordsRule<Payload> {
  return {
    when: (_, request) =>
      request !== null && isWordless(request.given) && words(request.payload) !== undefined,
    why: {
      sv: 'Identiteten hos den som ärendet gäller är skyddad. Lämna texten tom och ring enheten.',
      en: 'The identity of whom the case is about is protected. Leave the text empty and ring the unit.',
    },
    rule,
  };
}

/** Everybody else is owed words. */
export function wordsOwed<Payload>(words: WordsOf<Payload>): WordsRule<Payload> {
  return {
    when: (_, request) =>
      request !== null && !isWordless(request.given) && words(request.payload) === undefined,
    why: {
      sv: 'Skriv det som den andra enheten ska läsa.',
      en: 'Write what the other unit is to read.',
    },
    rule,
  };
}
