import type { CaseSummaryView, CaseView } from './case-view';
import type { FieldsOf } from './masked';

/** What the fields of every case are about. */
export const CASE_FIELDS: FieldsOf<CaseView> = {
  id: 'frame',
  type: 'frame',
  version: 'frame',
  state: 'frame',
  stateText: 'frame',
  why: 'frame',
  openedAt: 'frame',
  endedAt: 'frame',
  closedAt: 'frame',
  patient: { group: 'patient', blank: null },
  // That there is something not to be seen is seen by whoever sees the case.
  protection: 'frame',
  isBlocked: 'frame',
  emergencyUntil: 'frame',
  objectionSince: { group: 'contents', blank: null },
  patientOperations: { group: 'hints', blank: [] },
  isChild: { group: 'patient', blank: null },
  duties: { group: 'part', blank: [] },
  parties: { group: 'part', blank: [] },
  afterwards: { group: 'part', blank: [] },
  entries: { group: 'contents', blank: [] },
  allowedCommands: { group: 'hints', blank: [] },
  otherCommands: { group: 'hints', blank: [] },
};

/** What the fields of every line of a list are about. */
export const LINE_FIELDS: FieldsOf<CaseSummaryView> = {
  id: 'frame',
  type: 'frame',
  version: 'frame',
  state: 'frame',
  stateText: 'frame',
  openedAt: 'frame',
  endedAt: 'frame',
  closedAt: 'frame',
  patient: { group: 'patient', blank: null },
};
