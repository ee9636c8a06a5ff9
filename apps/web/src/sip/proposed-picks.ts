import type { Sip } from '../api/types';
import type { Ties } from '../form/command-form';
import type { Pick } from '../form/picks';
import { inBoth } from '../in-both';
import { fill, type Language } from '../language';
import { formatInstant } from '../time';

type Proposed = Sip['sip']['proposed'];

const words = inBoth({ suits: { sv: '{count} av {all} kan', en: '{count} of {all} can' } });

/** The times that the unit says of whether they suit; none while none are proposed. */
export function timesToAnswer(proposed: Proposed, language: Language): readonly Pick[] {
  return (proposed?.times ?? []).map(({ at }) => ({
    ...{ value: at, label: formatInstant(at, language), detail: '' },
  }));
}

/** The times that a meeting may be booked at, those that suit most first. */
export function timesToBook(proposed: Proposed, language: Language): readonly Pick[] {
  return (proposed?.times ?? [])
    .toSorted((one, other) => other.can.length - one.can.length)
    .map(({ at, can, cannot, unanswered }) => {
      const all = can.length + cannot.length + unanswered.length;
      const detail = fill(words[language].suits, { count: can.length, all });
      return { value: at, label: formatInstant(at, language), detail };
    });
}

/** Only whoever takes part says which times suit. */
export const ANSWER_TIES: Ties = {
  picks: () => ({}),
  changed: (values, path, value) => ({ ...values, [path]: value }),
  whole: ({ '/suits': suits = [], ...values }) =>
    values['/answer'] === 'attends' ? { ...values, '/suits': suits } : values,
};
