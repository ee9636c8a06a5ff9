import { ref } from './json-schema';
import { readOfCase, type Paths } from './operation';

/** Whom a ward is proposed to send to. */
export const receiversPaths: Paths = {
  '/api/v1/discharges/{id}/receivers': {
    get: readOfCase(
      'getDischargeReceivers',
      'discharges',
      'Units proposed to the ward as receivers, each with its reasons, and what speaks against others',
      ref('DischargeReceivers'),
    ),
  },
};
