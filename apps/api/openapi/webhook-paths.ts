import { emptyBody } from '../staff/staff-bodies';
import { kindsBody, redeliverBody, webhookBody } from '../webhooks/webhook-bodies';
import { inputSchema, ref, type JsonSchema } from './json-schema';
import {
  COMMAND_PARAMETERS,
  json,
  listOf,
  PAGE_PARAMETERS,
  read,
  REPLAYED,
  type Operation,
  type Paths,
} from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const WEBHOOKS = 'webhooks';

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** Where a controller's own systems are told what its units are told. */
export const webhookPaths: Paths = {
  '/api/v1/webhooks': {
    get: {
      ...read(
        'listWebhooks',
        WEBHOOKS,
        "Where your controller's systems are told; for administrators, as all of these",
        listOf('Webhook'),
      ),
      responses: {
        200: { description: 'The endpoints', ...json(listOf('Webhook')) },
        ...problemAnswers(401, 403, 422),
      },
    },
    post: change(
      'registerWebhook',
      'Let a system be told: the answer holds its signing secret, this once',
      inputSchema(webhookBody),
      [],
      201,
    ),
  },
  '/api/v1/webhooks/{id}/dead': {
    get: {
      ...read(
        'listDeadWebhooks',
        WEBHOOKS,
        'What was laid aside of an endpoint, the oldest first, with each try',
        listOf('DeadWebhook'),
      ),
      parameters: [ID, ...PAGE_PARAMETERS],
    },
  },
  '/api/v1/webhooks/{id}/kinds': {
    post: change(
      'changeWebhookKinds',
      'Other kinds of events from now on',
      inputSchema(kindsBody),
      [ID],
    ),
  },
  '/api/v1/webhooks/{id}/secret': {
    post: change(
      'rotateWebhookSecret',
      'A new secret, shown this once; the former one signs beside it for 24 hours',
      inputSchema(emptyBody),
      [ID],
    ),
  },
  '/api/v1/webhooks/{id}/pause': {
    post: change(
      'pauseWebhook',
      'Send nothing for now; what happens meanwhile waits',
      inputSchema(emptyBody),
      [ID],
    ),
  },
  '/api/v1/webhooks/{id}/resume': {
    post: change('resumeWebhook', 'Send again, after a pause or a 410', inputSchema(emptyBody), [
      ID,
    ]),
  },
  '/api/v1/webhooks/{id}/delete': {
    post: change(
      'deleteWebhook',
      'End it, with its secrets and all that waits',
      inputSchema(emptyBody),
      [ID],
    ),
  },
  '/api/v1/webhooks/{id}/redeliver': {
    post: change(
      'redeliverWebhooks',
      'Send what was laid aside once more: some of it, or all (null)',
      inputSchema(redeliverBody),
      [ID],
    ),
  },
};

function change(
  operationId: string,
  summary: string,
  body: JsonSchema,
  parameters: readonly object[],
  status = 200,
): Operation {
  return {
    operationId,
    tags: [WEBHOOKS],
    summary,
    parameters: [...parameters, ...COMMAND_PARAMETERS],
    requestBody: { required: true, ...json(body) },
    responses: {
      [status]: { description: 'Done', headers: REPLAYED, ...json(ref('WebhookChanged')) },
      ...problemAnswers(...WITH_BODY, 401, 403, 404, 409, 412, 422),
    },
  };
}
