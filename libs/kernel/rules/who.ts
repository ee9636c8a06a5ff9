import type { Text } from '../text';

/** The parties that rules bind, in the words shown to people. */
export const inpatientCare: Text = { sv: 'Sluten vård', en: 'Inpatient care' };
export const openCare: Text = { sv: 'Regionens öppna vård', en: "The region's open care" };
export const openCareManager: Text = {
  sv: 'Verksamhetschefen i regionens öppna vård',
  en: "The operations manager in the region's open care",
};
export const everyReceiver: Text = {
  sv: 'Varje mottagande enhet',
  en: 'Every receiving unit',
};
export const municipality: Text = { sv: 'Kommunen', en: 'The municipality' };
export const regionAndMunicipality: Text = {
  sv: 'Regionen och kommunen',
  en: 'The region and the municipality',
};
export const chiefPsychiatrist: Text = {
  sv: 'Chefsöverläkaren i psykiatrisk tvångsvård',
  en: 'The chief psychiatrist in compulsory psychiatric care',
};
export const careProvider: Text = { sv: 'Vårdgivaren', en: 'The care provider' };
export const everyParty: Text = { sv: 'Alla parter i ärendet', en: 'Every party in the case' };
