import { decisionBody, extractBody, reviewBody } from '../audit/log-bodies';
import { inputSchema, ref, type JsonSchema } from './json-schema';
import { json, listOf, PAGE_PARAMETERS, type Operation, type Paths } from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const TAG = 'access log';
const REVIEW = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const LINE = { ...REVIEW, name: 'line' };
const DAY = { type: 'string', format: 'date' };

/** What the administrators of a controller do with its access log. */
export const logPaths: Paths = {
  '/api/v1/access-log/reviews': {
    get: list(
      'listLogReviews',
      'Selections of the access log of your authority, the latest first',
      'LogReview',
    ),
    post: post(
      'selectLogLines',
      'Pick lines of the access log for follow-up, by risk and by chance (PDL 4:3)',
      inputSchema(reviewBody),
      ref('LogReview'),
    ),
  },
  '/api/v1/access-log/reviews/{id}/lines': {
    get: list('listLogReviewLines', 'The picked lines of a selection', 'LogReviewLine', [REVIEW]),
  },
  '/api/v1/access-log/reviews/{id}/lines/{line}/decision': {
    post: {
      operationId: 'decideLogLine',
      tags: [TAG],
      summary: 'Record what the review of a line found; once',
      parameters: [REVIEW, LINE],
      requestBody: { required: true, ...json(inputSchema(decisionBody)) },
      responses: {
        204: { description: 'It is recorded' },
        ...problemAnswers(...WITH_BODY, 401, 403, 404, 422),
      },
    },
  },
  '/api/v1/access-log/extracts': {
    post: post(
      'extractPatientLog',
      'Which units of your authority have read about a patient, for the patient (PDL 8:5)',
      inputSchema(extractBody),
      ref('PatientExtract'),
      [404],
    ),
  },
  '/api/v1/access-log/export.xml': {
    get: {
      operationId: 'exportAccessLog',
      tags: [TAG],
      summary: 'The access log of your authority in the national format',
      parameters: [
        { name: 'from', in: 'query', required: true, schema: DAY },
        { name: 'to', in: 'query', required: true, schema: DAY },
      ],
      responses: {
        200: {
          description: 'The log',
          content: { 'application/xml': { schema: { type: 'string', format: 'binary' } } },
        },
        ...problemAnswers(401, 403, 404, 422),
      },
    },
  },
};

function list(
  operationId: string,
  summary: string,
  item: string,
  more: readonly object[] = [],
): Operation {
  return {
    operationId,
    tags: [TAG],
    summary,
    parameters: [...more, ...PAGE_PARAMETERS],
    responses: {
      200: { description: summary, ...json(listOf(item)) },
      ...problemAnswers(401, 403, 404, 422),
    },
  };
}

function post(
  operationId: string,
  summary: string,
  body: JsonSchema,
  answer: JsonSchema,
  more: readonly 404[] = [],
): Operation {
  return {
    operationId,
    tags: [TAG],
    summary,
    requestBody: { required: true, ...json(body) },
    responses: {
      200: { description: summary, ...json(answer) },
      ...problemAnswers(...WITH_BODY, 401, 403, ...more, 422),
    },
  };
}
