import type { Avvikelse } from '../api/types';
import type { CaseKit } from '../case/kit';

/** What is particular to an avvikelse. */
export const avvikelseKit: CaseKit<Avvikelse> = {
  path: 'avvikelser',
  sideOf: ({ owner }) => (owner.huvudman.startsWith('Region') ? 'region' : 'municipal'),
  targetOf: () => null,
  offered: () => ({ picks: {}, initial: {} }),
  given: [],
  complete: (_command, body) => body,
};
