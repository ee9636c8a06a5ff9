import { SEARCHED_MEASURES } from '@hemgang/cases';
import { ref, type JsonSchema } from './json-schema';
import { json, PAGE_PARAMETERS, read, type Paths } from './operation';
import { problemAnswers } from './problem-schemas';

const DAY = { type: 'string', format: 'date' } as const;

const period = [
  queryParameter('from', 'The first day.', DAY),
  queryParameter('to', 'The last day.', DAY),
];

const AND = {
  ...queryParameter(
    'and',
    'Only those who belong to this place too: one where patients lie, the other of whoever receives them, and one of them your own.',
    { type: 'string' },
  ),
  required: false,
};

export const figurePaths: Paths = {
  '/api/v1/figures': {
    get: {
      ...read(
        'getFigures',
        'administration',
        'What is counted of a place, with its definitions; for administrators',
        ref('Figures'),
      ),
      parameters: [
        queryParameter('place', 'Which place.', { type: 'string' }),
        AND,
        ...period,
        queryParameter('by', 'Stretches of the series.', { enum: ['week', 'month', 'year'] }),
      ],
      responses: {
        200: { description: 'The figures', ...json(ref('Figures')) },
        ...problemAnswers(401, 403, 404, 422),
      },
    },
  },
  '/api/v1/figures/cases': {
    get: {
      ...read(
        'listFigureCases',
        'administration',
        'The cases that a figure is made of and that you may open, the latest first; for administrators',
        ref('FigureCases'),
      ),
      parameters: [
        queryParameter('place', 'Which place.', { type: 'string' }),
        AND,
        queryParameter('measure', 'Which figure.', { enum: SEARCHED_MEASURES }),
        ...period,
        ...PAGE_PARAMETERS,
      ],
      responses: {
        200: { description: 'The cases', ...json(ref('FigureCases')) },
        ...problemAnswers(401, 403, 404, 422),
      },
    },
  },
  '/api/v1/figures/sips': {
    get: {
      ...read(
        'getSipFigures',
        'desk',
        'What has happened in the SIPs that were started in a period, counted; for administrators',
        ref('SipFigures'),
      ),
      parameters: period,
      responses: {
        200: { description: 'The counts', ...json(ref('SipFigures')) },
        ...problemAnswers(401, 403, 422),
      },
    },
  },
};

function queryParameter(name: string, description: string, schema: JsonSchema) {
  return { name, in: 'query', required: true, description, schema };
}
