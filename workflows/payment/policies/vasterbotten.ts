import type { PaymentPolicy } from '../policy';
import { statute } from './statute';

/**
 * Västerbotten's agreement of 2022. Its text could not be read: nothing is known of model, threshold
 * and amounts, so days are counted and no money is shown. The start of the statute stands in it for
 * the simulation only.
 */
export const vasterbotten: PaymentPolicy = {
  ...statute,
  id: 'vasterbotten-2022',
  title: {
    sv: 'Västerbottens överenskommelse från 2022: dagarna räknas och analyseras, inga kronor',
    en: "Västerbotten's agreement of 2022: days are counted and analysed, no money",
  },
  validFrom: '2022-01-01',
  regions: ['24'],
  model: 'analysisOnly',
  rates: [],
  source: 'Överenskommelsen har inte kunnat läsas; länet ska bekräfta',
  confidence: 'assumption',
};
