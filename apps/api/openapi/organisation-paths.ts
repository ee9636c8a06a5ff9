import {
  contactHandoverBody,
  externalUnitBody,
  standingContactBody,
} from '../organisation/organisation-bodies';
import { inputSchema, ref, type JsonSchema } from './json-schema';
import {
  IDEMPOTENCY_PARAMETER,
  REPLAYED,
  json,
  listOf,
  read,
  type Operation,
  type Paths,
} from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const UNIT = 'unit';

/** Who works at the signed-in person's unit, and whose patients they have. */
export const organisationPaths: Paths = {
  '/api/v1/colleagues': {
    get: read('listColleagues', UNIT, 'Who works at your unit', listOf('Colleague')),
  },
  '/api/v1/standing-contacts': {
    get: read(
      'listStandingContacts',
      UNIT,
      'The fast vårdkontakt that every new patient of your unit gets; at most one',
      listOf('StandingContact'),
    ),
    post: post(
      'appointStandingContact',
      'Appoint who is fast vårdkontakt for all who come to your unit (2017:612 2:5)',
      inputSchema(standingContactBody),
      ref('StandingContact'),
    ),
  },
  '/api/v1/contact-handovers': {
    post: {
      ...post(
        'handOverPatients',
        'Hand all open patients of one fast vårdkontakt to another at your unit',
        inputSchema(contactHandoverBody),
        listOf('HandedOver'),
      ),
      parameters: [IDEMPOTENCY_PARAMETER],
    },
  },
  '/api/v1/external-units': {
    post: {
      operationId: 'registerExternalUnit',
      tags: [UNIT],
      summary:
        'Register a receiver outside the county: a unit without accounts, by its contact card',
      parameters: [IDEMPOTENCY_PARAMETER],
      requestBody: { required: true, ...json(inputSchema(externalUnitBody)) },
      responses: {
        201: { description: 'The unit', headers: REPLAYED, ...json(ref('ReceiverUnit')) },
        ...problemAnswers(...WITH_BODY, 401, 403, 422),
      },
    },
  },
};

function post(
  operationId: string,
  summary: string,
  body: JsonSchema,
  answer: JsonSchema,
): Operation {
  return {
    operationId,
    tags: [UNIT],
    summary,
    requestBody: { required: true, ...json(body) },
    responses: {
      200: { description: summary, ...json(answer) },
      ...problemAnswers(...WITH_BODY, 401, 403, 422),
    },
  };
}
