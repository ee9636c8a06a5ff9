import { redeliverBody, statusForm, wishesBody } from '../notices/notice-bodies';
import { emptyBody } from '../staff/staff-bodies';
import { inputSchema, ref, type JsonSchema } from './json-schema';
import { json, listOf, OPEN, PAGE_PARAMETERS, read, type Operation, type Paths } from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const NOTICES = 'notices';

const inPath = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
});

const STATUS = {
  name: 'status',
  in: 'query',
  schema: { type: 'string', enum: ['queued', 'sent', 'failed', 'held', 'needless'] },
};

/** Cases, and saved views of the statistics. */
const TOLD = listOf('ToldCase', { views: { type: 'array', items: ref('ToldView') } });

/** How notices find people outside the application. */
export const noticePaths: Paths = {
  '/api/v1/notice-wishes': {
    get: read(
      'getNoticeWishes',
      NOTICES,
      'How and when you want to be told by e-mail and SMS',
      ref('NoticeWishes'),
    ),
    post: post(
      'setNoticeWishes',
      'Other wishes from now on, in the place of all that you wished',
      inputSchema(wishesBody),
      ref('NoticeWishes'),
    ),
  },
  '/api/v1/notice-messages/{id}/open': {
    post: post(
      'openNoticeMessage',
      'What a message to you was about; it counts as opened',
      inputSchema(emptyBody),
      TOLD,
      [inPath('id')],
    ),
  },
  '/api/v1/deliveries': {
    get: read(
      'listDeliveries',
      NOTICES,
      "What left for your controller's units and what became of it; for administrators",
      listOf('DeliveryLine'),
      { parameters: [STATUS, ...PAGE_PARAMETERS] },
    ),
  },
  '/api/v1/deliveries/redeliver': {
    post: post('redeliver', 'Send again what failed or is held', inputSchema(redeliverBody), {
      type: 'object',
      required: ['ids'],
      properties: { ids: { type: 'array', items: { type: 'string' } } },
    }),
  },
  '/sms/{token}': {
    post: {
      ...OPEN,
      operationId: 'reportSms',
      tags: [NOTICES],
      summary: 'How the SMS provider tells what became of a message',
      parameters: [inPath('token')],
      requestBody: {
        required: true,
        content: { 'application/x-www-form-urlencoded': { schema: inputSchema(statusForm) } },
      },
      responses: {
        200: {
          description: 'It was taken',
          ...json({
            type: 'object',
            required: ['status'],
            properties: { status: { type: 'string' } },
          }),
        },
        ...problemAnswers(...WITH_BODY, 404, 422),
      },
    },
  },
};

function post(
  operationId: string,
  summary: string,
  body: JsonSchema,
  answer: JsonSchema,
  parameters: readonly object[] = [],
): Operation {
  return {
    operationId,
    tags: [NOTICES],
    summary,
    parameters,
    requestBody: { required: true, ...json(body) },
    responses: {
      200: { description: summary, ...json(answer) },
      ...problemAnswers(...WITH_BODY, 401, 403, 404, 422),
    },
  };
}
