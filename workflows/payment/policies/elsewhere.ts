import type { PaymentPolicy } from '../policy';
import { statute } from './statute';

/** Dalarna's model, also used in Skåne and Norrbotten: what the month's average has above three days. */
export const monthlyAverage: PaymentPolicy = {
  ...statute,
  id: 'genomsnitt-manad-3',
  title: {
    sv: 'Månadens genomsnitt över tre dagar, oavrundat',
    en: "The month's average above three days, unrounded",
  },
  regions: ['12', '20', '25'],
  model: 'average',
  threshold: { days: 3, months: 1, inARow: 1 },
  source:
    'Region Dalarnas fakturor och Skånes modell; fakturorna avrundar troligen till två decimaler',
  confidence: 'secondary',
};

/** Västra Götaland's design of 2018. Its threshold could not be read. */
export const vastraGotaland: PaymentPolicy = {
  ...statute,
  id: 'vgr-2018',
  title: {
    sv: 'Västra Götaland 2018: tre månaders genomsnitt avgör om betalning gäller',
    en: "Västra Götaland 2018: three months' average decides whether payment applies",
  },
  regions: ['14'],
  model: 'averageGated',
  threshold: { days: null, months: 3, inARow: 1 },
  source: 'Västra Götalandsregionen 2018; tröskeln har inte kunnat läsas',
  confidence: 'read',
};

/** Sörmland's: no invoices. Three months in a row above three days call for a joint analysis. */
export const sormland: PaymentPolicy = {
  ...statute,
  id: 'sormland-2018',
  title: {
    sv: 'Sörmland 2018: gemensam analys när tre månader i rad ligger över tre dagar',
    en: 'Sörmland 2018: joint analysis when three months in a row exceed three days',
  },
  regions: ['04'],
  model: 'analysisOnly',
  threshold: { days: 3, months: 1, inARow: 3 },
  rates: [],
  source: 'Läkartidningen 2017',
  confidence: 'secondary',
};

/** Stockholm's rule for psychiatric care: five whole days, and the notice before twelve. */
export const stockholmPsychiatry: PaymentPolicy = {
  ...statute,
  id: 'stockholm-psykiatri-2020',
  title: {
    sv: 'Stockholm 2020, psykiatrisk vård: fem dagar, underrättelsen före klockan 12',
    en: 'Stockholm 2020, psychiatric care: five days, the notice before 12',
  },
  validFrom: '2020-01-01',
  regions: ['01'],
  careTypes: ['psychiatric'],
  start: { freeDays: 3, time: '12:00', atCutoffIsLate: true },
  startIn: { psychiatric: { freeDays: 5, time: '12:00', atCutoffIsLate: true } },
  startRule: '2017:612 4:5',
  requires: [...statute.requires, 'NOT_OPPOSED'],
  source: 'Region Stockholms regler för psykiatriska avdelningar 2020',
  confidence: 'read',
};
