import { ref } from './json-schema';
import { readOfCase, type Paths } from './operation';

/** What the days of a stay cost whom. */
export const paymentPaths: Paths = {
  '/api/v1/discharges/{id}/payment': {
    get: readOfCase(
      'getDischargePayment',
      'discharges',
      "The days of a stay, each with its reason, for the ward's side and the municipality that pays",
      ref('Payment'),
      [
        {
          name: 'version',
          in: 'query',
          description: 'As the log was when the stay had so many events, and what has changed.',
          schema: { type: 'integer', minimum: 1 },
        },
      ],
    ),
  },
};
