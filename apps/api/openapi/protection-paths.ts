import {
  blockBody,
  blockedUnitsBody,
  emergencyBody,
  endBlockBody,
  outsideBody,
  protectionBody,
  protectionContactsBody,
  releaseBody,
  verdictBody,
} from '../organisation/organisation-bodies';
import { inputSchema, ref, type JsonSchema } from './json-schema';
import { json, listOf, PAGE_PARAMETERS, read, type Operation, type Paths } from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const PROTECTION = 'protection';

/** Skyddade personuppgifter. */
export const protectionPaths: Paths = {
  '/api/v1/protected-identities': {
    post: post(
      'setProtection',
      'Set how far the identity of a case’s patient is protected, or take it away (OSL 21:3)',
      inputSchema(protectionBody),
      ref('ProtectedIdentity'),
      403,
      404,
    ),
  },
  '/api/v1/protection-contacts': {
    get: read(
      'listProtectionContacts',
      PROTECTION,
      'Whom your controller has named for people with a protected identity; at most one line',
      listOf('ProtectionContacts'),
    ),
    post: post(
      'nameProtectionContacts',
      'Name two of your controller’s staff and a telephone, for one case’s patient or for all',
      inputSchema(protectionContactsBody),
      ref('ProtectionContacts'),
      403,
      404,
    ),
  },
  '/api/v1/outside-cases': {
    post: post(
      'handleOutside',
      'From now on keep clocks and outcomes of the case only; its words are removed',
      inputSchema(outsideBody),
      ref('ProtectedIdentity'),
      403,
      404,
      409,
    ),
  },
  ...emergencyPaths(),
  ...blockPaths(),
};

/** Nödöppning (PDL 4:4-4:5). */
function emergencyPaths(): Paths {
  return {
    '/api/v1/emergency-openings': {
      get: read(
        'listEmergencyOpenings',
        PROTECTION,
        'Emergency openings at your controller, the latest first; for administrators',
        listOf('Emergency'),
        {
          parameters: [
            {
              name: 'open',
              in: 'query',
              description: 'Only those that wait for a review.',
              schema: { enum: ['true', 'false'] },
            },
            ...PAGE_PARAMETERS,
          ],
          responses: {
            200: { description: 'Openings', ...json(listOf('Emergency')) },
            ...problemAnswers(401, 403, 422),
          },
        },
      ),
      post: {
        ...post(
          'openInEmergency',
          'Open what other units of your care provider hold of a patient, for an hour (PDL 4 kap.)',
          inputSchema(emergencyBody),
          ref('Opened'),
        ),
        responses: {
          201: { description: 'Her cases, and until when', ...json(ref('Opened')) },
          ...problemAnswers(...WITH_BODY, 401, 403, 404, 422),
        },
      },
    },
    '/api/v1/emergency-openings/{id}/review': {
      post: {
        ...post(
          'reviewEmergencyOpening',
          'Approve or question an emergency opening; for administrators',
          inputSchema(verdictBody),
          ref('Emergency'),
          ...[403, 404, 409],
        ),
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      },
    },
  };
}

/** Spärr (PDL 4:4-4:5) and objection. */
function blockPaths(): Paths {
  return {
    '/api/v1/blocks': {
      post: post(
        'blockEntries',
        'Keep what your unit has written of a patient from the other units of your care provider',
        inputSchema(blockBody),
        ref('Block'),
        ...[403, 404],
      ),
    },
    '/api/v1/blocks/end': {
      post: post(
        'endBlock',
        'The patient wants your unit’s entries to be blocked no more',
        inputSchema(endBlockBody),
        ref('Block'),
        ...[403, 404, 409],
      ),
    },
    '/api/v1/blocks/units': {
      post: post(
        'listBlockedUnits',
        'First step of a release: which units have blocked',
        inputSchema(blockedUnitsBody),
        listOf('BlockedUnit'),
        ...[403, 404],
      ),
    },
    '/api/v1/blocks/releases': {
      post: post(
        'releaseBlocks',
        'Second step: read what these units have written, for an hour',
        inputSchema(releaseBody),
        ref('Released'),
        ...[403, 404, 409],
      ),
    },
    '/api/v1/objections': {
      post: post(
        'objectToDisclosure',
        'The patient opposes that your controller discloses more than the law demands',
        inputSchema(blockBody),
        ref('Block'),
        ...[403, 404],
      ),
    },
    '/api/v1/objections/end': {
      post: post(
        'endObjection',
        'The patient opposes it no more',
        inputSchema(endBlockBody),
        ref('Block'),
        ...[403, 404, 409],
      ),
    },
  };
}

function post(
  operationId: string,
  summary: string,
  body: JsonSchema,
  answer: JsonSchema,
  ...refusals: readonly number[]
): Operation {
  return {
    operationId,
    tags: [PROTECTION],
    summary,
    requestBody: { required: true, ...json(body) },
    responses: {
      200: { description: summary, ...json(answer) },
      ...problemAnswers(...WITH_BODY, 401, ...refusals, 422),
    },
  };
}
