import type { PlanDraftWords } from '@hemgang/cases';

/** A draft in which nothing is written yet but who answers and who is there. */
export const EMPTY_DRAFT: PlanDraftWords = {
  ...{ form: 'sip', responsible: 'ersboda-halsocentral', matters: '', crisisPlan: '' },
  ...{ goals: [], needs: [], measures: [], ownActions: [], measuresByOthers: [], contacts: [] },
  ...{ followUpOn: null, nextMeeting: '', presentOthers: 'Dottern' },
  presentUnits: ['umea-bistand-norr'],
};
