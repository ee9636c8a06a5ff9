import { advanceBody, signInBody } from '../sign-in/demo-bodies';
import { inputSchema, ref, type JsonSchema } from './json-schema';
import { json, listOf, OPEN, PAGE_PARAMETERS, read, type Operation, type Paths } from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const ACCOUNT = 'account';
const DESK = 'desk';
const DEMO = 'demo';

/** The signed-in person and her unit's desk. */
export const accountPaths: Paths = {
  '/api/v1/me': { get: read('getMe', ACCOUNT, 'Who you are signed in as', ref('Me')) },
  '/api/v1/sign-out': {
    post: {
      operationId: 'signOut',
      tags: [ACCOUNT],
      summary: 'End the session',
      responses: {
        204: { description: 'It has ended' },
        ...problemAnswers(...WITH_BODY, 401, 422),
      },
    },
  },
  '/api/v1/ward-board': {
    get: read(
      'getWardBoard',
      DESK,
      'The patients of your ward for its wall, without names and numbers',
      listOf('BoardLine'),
    ),
  },
  '/api/v1/duties': {
    get: read(
      'listDuties',
      DESK,
      'Open duties of your unit, soonest due first',
      listOf('DutyLine'),
      {
        parameters: [
          {
            name: 'overdue',
            in: 'query',
            description: 'Only what is late, or only what is not.',
            schema: { enum: ['true', 'false'] },
          },
          ...PAGE_PARAMETERS,
        ],
      },
    ),
  },
  '/api/v1/notices': {
    get: read('listNotices', DESK, 'What your unit has been told, latest first', listOf('Notice'), {
      parameters: PAGE_PARAMETERS,
    }),
  },
  '/api/v1/notices/unread': {
    get: read(
      'countUnread',
      DESK,
      'In how many cases your unit was told something that nobody there has seen',
      ref('Unread'),
    ),
  },
  '/api/v1/executors': {
    get: read(
      'listExecutors',
      DESK,
      'Units that carry out help for your municipality',
      listOf('ReceiverUnit'),
    ),
  },
  '/api/v1/incidents': {
    get: read(
      'listIncidents',
      DESK,
      'Drafts of incidents that your unit answers for, latest first',
      listOf('IncidentSummary'),
      { parameters: PAGE_PARAMETERS },
    ),
  },
  '/api/v1/incidents/{id}': {
    get: {
      ...read('getIncident', DESK, 'One draft, with who had opened the case', ref('Incident')),
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: { description: 'The draft', ...json(ref('Incident')) },
        ...problemAnswers(401, 403, 404, 422),
      },
    },
  },
  '/api/v1/units': {
    get: read('listUnits', DESK, 'Units that can receive a handover', listOf('ReceiverUnit')),
  },
  '/api/v1/stream': {
    get: {
      operationId: 'followCases',
      tags: [DESK],
      summary: 'Server-sent events: which case has a new version',
      description:
        'Event `case` carries `{caseId, version}`; `reset` says that the cursor was unknown: ' +
        'read everything anew. `id` is the cursor; send the last one in `Last-Event-ID` to go on.',
      parameters: [{ name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } }],
      responses: {
        200: {
          description: 'The stream; it does not end by itself',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        ...problemAnswers(401, 403, 422, 429),
      },
    },
  },
};

/** Exists in demo mode only. */
export const demoPaths: Paths = {
  '/api/v1/demo/users': {
    get: demoRead('listDemoUsers', 'Whom you can be in the demo', listOf('DemoUser')),
  },
  '/api/v1/demo/sign-in': {
    post: demoPost('signIn', 'Be one of the demo users', inputSchema(signInBody), ref('Session')),
  },
  '/api/v1/demo/clock': { get: demoRead('getClock', 'The time in the demo', ref('DemoClock')) },
  '/api/v1/demo/clock/advance': {
    post: demoPost(
      'advanceClock',
      'Move time forward by milliseconds',
      inputSchema(advanceBody),
      ref('DemoClock'),
    ),
  },
};

function demoRead(operationId: string, summary: string, schema: JsonSchema): Operation {
  return {
    ...OPEN,
    operationId,
    tags: [DEMO],
    summary,
    responses: { 200: { description: summary, ...json(schema) }, ...problemAnswers(422) },
  };
}

function demoPost(
  operationId: string,
  summary: string,
  body: JsonSchema,
  answer: JsonSchema,
): Operation {
  return {
    ...OPEN,
    operationId,
    tags: [DEMO],
    summary,
    requestBody: { required: true, ...json(body) },
    responses: {
      200: { description: summary, ...json(answer) },
      ...problemAnswers(...WITH_BODY, 422),
    },
  };
}
