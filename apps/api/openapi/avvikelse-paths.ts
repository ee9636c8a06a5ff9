import { PATTERNS } from '@hemgang/cases';
import { ref } from './json-schema';
import { json, listOf, PAGE_PARAMETERS, read, type Paths } from './operation';
import { problemAnswers } from './problem-schemas';

const TAG = 'avvikelser';

function inQuery(name: string, description: string, schema: object) {
  return { name, in: 'query', required: true, description, schema };
}

const DAY = { type: 'string', format: 'date' };
const PERIOD = [
  inQuery('from', 'The first day on which they were reported.', DAY),
  inQuery('to', 'The last day.', DAY),
];

/** What avvikelser have beside what every type of case has. */
export const avvikelsePaths: Paths = {
  '/api/v1/avvikelser/patterns': {
    get: {
      ...read(
        'getAvvikelsePatterns',
        TAG,
        'How often what goes wrong between your huvudman and others; for administrators',
        ref('AvvikelsePatterns'),
      ),
      parameters: PERIOD,
      responses: {
        200: { description: 'The counts', ...json(ref('AvvikelsePatterns')) },
        ...problemAnswers(401, 403, 422),
      },
    },
  },
  '/api/v1/avvikelser/patterns/list': {
    get: {
      ...read(
        'listPatternAvvikelser',
        TAG,
        'The avvikelser that one of the counts is of, the latest first',
        listOf('AvvikelseLine'),
      ),
      parameters: [
        ...PERIOD,
        inQuery('by', 'By what they are counted.', { type: 'string', enum: PATTERNS }),
        inQuery('value', 'The value that is counted.', {
          type: 'string',
          pattern: '^[a-z0-9][a-z0-9.-]*$',
          maxLength: 120,
        }),
        ...PAGE_PARAMETERS,
      ],
      responses: {
        200: { description: 'The avvikelser', ...json(listOf('AvvikelseLine')) },
        ...problemAnswers(401, 403, 422),
      },
    },
  },
};
