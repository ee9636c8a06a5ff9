import { agreedBody, followUpBody, packBody } from '../pack/pack-bodies';
import { XLSX } from '../settlement/xlsx';
import { inputSchema, ref, type JsonSchema } from './json-schema';
import { json, read, type Operation, type Paths } from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const TAG = 'administration';
const GROUP = ref('JointGroup');
const TEXT = { schema: { type: 'string' } };
const FORMAT = { enum: ['html', 'pdf'], default: 'html' };
const LANGUAGE = { name: 'language', in: 'query', schema: { enum: ['sv', 'en'], default: 'sv' } };
const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** The joint group's workspace: packs of months, and what has been agreed. */
export const packPaths: Paths = {
  '/api/v1/joint-group': {
    get: {
      ...read('getJointGroup', TAG, 'Packs and agreed measures of a place', GROUP),
      parameters: [
        {
          ...{ name: 'place', in: 'query', required: true, schema: { type: 'string' } },
          description: '`county` or `municipality:<SCB code>`.',
        },
      ],
    },
  },
  '/api/v1/packs': {
    post: post(
      'freezePack',
      'Freeze a month as it is now: a new edition, unless the latest one says the same',
      inputSchema(packBody),
    ),
  },
  '/api/v1/packs/{id}': {
    get: { ...read('getPack', TAG, 'What a frozen pack says', ref('Pack')), parameters: [ID] },
  },
  '/api/v1/packs/{id}/page': {
    get: {
      operationId: 'printPack',
      tags: [TAG],
      summary: 'A frozen pack to be printed, without scripts; a PDF where a browser is installed',
      parameters: [ID, LANGUAGE, { name: 'format', in: 'query', schema: FORMAT }],
      responses: {
        200: {
          description: 'The page',
          content: { 'text/html': TEXT, 'application/pdf': TEXT },
        },
        ...problemAnswers(401, 403, 404, 422),
      },
    },
  },
  '/api/v1/packs/{id}/pack.xlsx': {
    get: {
      operationId: 'getPackExcel',
      tags: [TAG],
      summary: 'A frozen pack as an Excel file',
      parameters: [ID, LANGUAGE],
      responses: {
        200: {
          description: 'The file',
          content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } },
        },
        ...problemAnswers(401, 403, 404, 422),
      },
    },
  },
  '/api/v1/agreed-measures': {
    post: post('agreeMeasure', 'Keep what has been agreed to do', inputSchema(agreedBody)),
  },
  '/api/v1/agreed-measures/{id}/follow-ups': {
    post: {
      ...post('followUpMeasure', 'Say what came of an agreed measure', inputSchema(followUpBody)),
      parameters: [ID],
    },
  },
};

function post(operationId: string, summary: string, body: JsonSchema): Operation {
  return {
    operationId,
    tags: [TAG],
    summary,
    requestBody: { required: true, ...json(body) },
    responses: {
      200: { description: 'The workspace as it is then', ...json(GROUP) },
      ...problemAnswers(...WITH_BODY, 401, 403, 404, 422),
    },
  };
}
