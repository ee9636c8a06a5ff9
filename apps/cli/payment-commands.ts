import type { Toolset } from './command';
import { paymentExplain } from './payment-explain';
import { paymentSettle } from './payment-settle';

/** What is computed from a file alone: no database, and nothing of the service is loaded. */
export const PAYMENT_COMMANDS: Toolset = {
  commands: [paymentExplain, paymentSettle],
  whyFailed: () => ({
    sv: 'Det gick inte att räkna: programmet har ett fel.',
    en: 'It could not be reckoned: the program has a fault.',
  }),
};
