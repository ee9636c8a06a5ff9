import type { SavedViewView } from '@hemgang/cases';
import { z } from 'zod';
import {
  changedViewBody,
  savedPage,
  savedQuery,
  savedViewBody,
  viewDelivery,
} from '../saved-views/saved-view-bodies';
import { emptyBody } from '../staff/staff-bodies';
import { instant } from './basic-schemas';
import { inputSchema, type JsonSchema } from './json-schema';
import { json, listOf, read, type Operation, type Paths } from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const DESK = 'desk';
const VIEWS = listOf('SavedView');

export const savedView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  page: savedPage,
  query: savedQuery,
  shared: z.boolean().describe('Whether everybody at the unit has it.'),
  own: z.boolean().describe('Whether you made it, and so may change it.'),
  mayDelete: z.boolean(),
  delivery: z
    .strictObject({
      every: viewDelivery,
      nextAt: instant.nullable(),
      lastAt: instant.nullable().describe('Null: not yet.'),
    })
    .nullable()
    .describe('How often you are told of it; null: not yours, or not of the statistics.'),
}) satisfies z.ZodType<SavedViewView>;

/** Views of the worklist and of the statistics. Each change answers with the list as it is then. */
export const savedViewPaths: Paths = {
  '/api/v1/saved-views': {
    get: read('listSavedViews', DESK, 'Your own views, and those shared with your unit', VIEWS),
    post: post(
      'saveView',
      'Save a view, in the place of your own of the same page and name',
      inputSchema(savedViewBody),
    ),
  },
  '/api/v1/saved-views/{id}/change': {
    post: postAt('changeSavedView', 'Change a view of your own', inputSchema(changedViewBody)),
  },
  '/api/v1/saved-views/{id}/delete': {
    post: postAt(
      'deleteSavedView',
      'Delete your own; for administrators of the unit also a shared one',
      inputSchema(emptyBody),
    ),
  },
};

function postAt(operationId: string, summary: string, body: JsonSchema): Operation {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  return { ...post(operationId, summary, body), parameters: [id] };
}

function post(operationId: string, summary: string, body: JsonSchema): Operation {
  return {
    operationId,
    tags: [DESK],
    summary,
    requestBody: { required: true, ...json(body) },
    responses: {
      200: { description: summary, ...json(VIEWS) },
      ...problemAnswers(...WITH_BODY, 401, 403, 404, 422),
    },
  };
}
