import type { PaymentStartPolicy } from '@hemgang/kernel';
import { CARE_TYPES } from '../facts';
import { DEFAULT_INTERPRETATION } from '../interpretation';
import type { PaymentPolicy } from '../policy';
import { NATIONAL_RATES } from '../rates';

/** 2017:612 5:4. */
const STATUTORY_START: PaymentStartPolicy = {
  freeDays: 3,
  time: '12:00',
  atCutoffIsLate: false,
};

/** The law's own model: for everybody who has not agreed on another one, and for other counties' patients. */
export const statute: PaymentPolicy = {
  id: 'lag-2017-612',
  version: 1,
  title: { sv: 'Lagens modell, varje patient för sig', en: "The law's model, patient by patient" },
  validFrom: '2018-01-01',
  validTo: null,
  regions: [],
  careTypes: CARE_TYPES,
  model: 'individual',
  start: STATUTORY_START,
  startRule: '2017:612 5:4',
  threshold: null,
  requires: ['INSKRIVNING_24H', 'USK_NOTICE', 'KALLELSE_3D', 'OPEN_CARE_CLEAR'],
  interpretation: DEFAULT_INTERPRETATION,
  rates: NATIONAL_RATES,
  source: 'SFS 2017:612 5 kap.',
  confidence: 'read',
};
