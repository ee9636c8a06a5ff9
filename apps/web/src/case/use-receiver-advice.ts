import type { Answer } from '../api/answer';
import { readReceivers } from '../api/reads';
import type { AllowedCommand, AnyCase, Receivers } from '../api/types';
import { useResource } from '../resource';
import { adviceOf, isAdvised, NO_ADVICE, type ReceiverAdvice } from './receiver-advice';

/** What a form knows of the advice about receivers. */
export interface AdviceForForm extends ReceiverAdvice {
  /** False while it is being read: what is proposed must be there when the form opens. */
  readonly isReady: boolean;
  /** It could not be read; the form works all the same. */
  readonly isMissing: boolean;
}

const NOTHING_ASKED: Promise<Answer<Receivers>> = Promise.resolve({ ok: true, data: NO_ADVICE });

/** Reads it when the form of a command opens that there is advice for. */
export function useReceiverAdvice({ name }: AllowedCommand, { id }: AnyCase): AdviceForForm {
  const isAsked = isAdvised(name);
  const { data, problem } = useResource(`receivers ${id} ${name}`, () =>
    isAsked ? readReceivers(id) : NOTHING_ASKED,
  );
  return {
    isReady: !isAsked || data !== null || problem !== null,
    isMissing: data === null && problem !== null,
    ...adviceOf(name, data ?? NO_ADVICE),
  };
}
