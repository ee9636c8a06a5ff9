import { ref } from './json-schema';
import { readOfCase, type Operation, type Paths } from './operation';

const INSTANT = {
  name: 'instant',
  in: 'query',
  description: 'Now when it is left out. Refused before your part in it, and in the future.',
  schema: { type: 'string', format: 'date-time' },
};

/** A stay, and a SIP, as it stood. */
export const historyPaths: Paths = {
  '/api/v1/discharges/{id}/at': {
    get: at('getDischargeAt', 'discharges', 'A stay', 'PastDischarge'),
  },
  '/api/v1/sips/{id}/at': {
    get: at('getSipAt', 'sips', 'A SIP', 'PastSip'),
  },
};

function at(operationId: string, tag: string, what: string, schema: string): Operation {
  const summary = `${what} as it stood at an instant that has been, for whoever took part in it then`;
  return readOfCase(operationId, tag, summary, ref(schema), [INSTANT]);
}
