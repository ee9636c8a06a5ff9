import { startBody } from '../start/start-body';
import { inputSchema } from './json-schema';
import { json, OPEN, type Paths } from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const START = 'start';

const TOKEN = { name: 'token', in: 'path', required: true, schema: { type: 'string' } };

const instantIn = (name: string) => ({
  type: 'object',
  required: [name],
  properties: { [name]: { type: 'string', format: 'date-time' } },
});

/** What somebody with a one-time link asks, without an account. A browser gets pages. */
export const startPaths: Paths = {
  '/start/{token}': {
    get: {
      ...OPEN,
      operationId: 'lookAtStartLink',
      tags: [START],
      summary: 'Whether a one-time link can be used, and until when',
      parameters: [TOKEN],
      responses: {
        200: { description: 'It can', ...json(instantIn('expiresAt')) },
        ...problemAnswers(404, 409, 422),
      },
    },
    post: {
      ...OPEN,
      operationId: 'reportStartByLink',
      tags: [START],
      summary: 'Tells once how the start of the help went',
      parameters: [TOKEN],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: inputSchema(startBody), example: { outcome: 'started' } },
        },
      },
      responses: {
        200: { description: 'It was taken', ...json(instantIn('at')) },
        ...problemAnswers(...WITH_BODY, 404, 409, 422),
      },
    },
  },
};
