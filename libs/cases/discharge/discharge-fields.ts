import { CASE_FIELDS, LINE_FIELDS } from '../case-fields';
import type { FieldsOf } from '../masked';
import type { DischargeSummaryView, DischargeView } from './discharge-view';

/** What the fields of a stay are about: whoever adds one says here to whom it is shown. */
export const DISCHARGE_FIELDS: FieldsOf<DischargeView> = {
  ...CASE_FIELDS,
  handovers: { group: 'part', blank: [] },
  transfers: { group: 'part', blank: [] },
  expectedDischargeAt: { group: 'plan', blank: null },
  destination: { group: 'plan', blank: null },
  utskrivningsklar: { group: 'process', blank: null },
  ending: { group: 'process', blank: null },
  permission: { group: 'process', blank: null },
  insteadOfSip: { group: 'process', blank: null },
  previous: { group: 'process', blank: null },
  readmission: { group: 'process', blank: null },
  jointAnswers: { group: 'process', blank: [] },
  moves: { group: 'process', blank: [] },
  ataganden: { group: 'process', blank: [] },
  readiness: { group: 'process', blank: [] },
  delay: { group: 'process', blank: null },
  sips: { group: 'process', blank: [] },
  municipalities: { group: 'process', blank: [] },
  missing: { group: 'process', blank: [] },
  contacts: { group: 'contents', blank: [] },
  communicationNeeds: { group: 'contents', blank: null },
  childHeard: { group: 'confidential', blank: null },
  compulsory: { group: 'confidential', blank: null },
};

/** What the fields of its line in a list are about. */
export const STAY_LINE_FIELDS: FieldsOf<DischargeSummaryView> = {
  ...LINE_FIELDS,
  ward: { group: 'process', blank: null },
  answers: { group: 'process', blank: [] },
  fastVardkontakt: { group: 'process', blank: null },
};
