import { DISCHARGE_WORDS, dischargeContext, why } from '@workflows/discharge';
import type { OwnWords } from '../shared-view';

/** What a stay says in words of its own. The ward that has the patient is `ward`, one that had her is named after its unit. */
export const dischargeWords: OwnWords = {
  words: DISCHARGE_WORDS,
  why,
  mainParty: (state, unit) => (unit === dischargeContext(state).unit ? 'ward' : `ward-${unit}`),
};
