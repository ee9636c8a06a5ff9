import { ref } from './json-schema';
import { readOfCase, type Paths } from './operation';

/** A stay as it stood. */
export const historyPaths: Paths = {
  '/api/v1/discharges/{id}/at': {
    get: readOfCase(
      'getDischargeAt',
      'discharges',
      'A stay as it stood at an instant that has been, for whoever took part in it then',
      ref('PastDischarge'),
      [
        {
          name: 'instant',
          in: 'query',
          description:
            'Now when it is left out. Refused before your part in it, and in the future.',
          schema: { type: 'string', format: 'date-time' },
        },
      ],
    ),
  },
};
