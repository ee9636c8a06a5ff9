import { keysBody, machineBody, tokenBody } from '../machines/machine-bodies';
import { emptyBody } from '../staff/staff-bodies';
import { inputSchema, ref, type JsonSchema } from './json-schema';
import {
  COMMAND_PARAMETERS,
  json,
  listOf,
  OPEN,
  read,
  REPLAYED,
  type Operation,
  type Paths,
} from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const MACHINES = 'machines';

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** Programs that act for a unit: how they get in, and who lets them. */
export const machinePaths: Paths = {
  '/oauth/token': {
    post: {
      ...OPEN,
      operationId: 'getMachineToken',
      tags: [MACHINES],
      summary: 'A token for a program: client credentials with private_key_jwt (RFC 7523)',
      description:
        'The assertion names the client as `iss` and `sub`, this address as its only `aud`, lasts at ' +
        'most five minutes and is good for once (`jti`).',
      requestBody: {
        required: true,
        content: { 'application/x-www-form-urlencoded': { schema: inputSchema(tokenBody) } },
      },
      responses: {
        200: { description: 'The token', ...json(ref('MachineToken')) },
        ...problemAnswers(...WITH_BODY, 401, 422),
      },
    },
  },
  '/api/v1/machine-clients': {
    get: {
      ...read(
        'listMachineClients',
        MACHINES,
        "Programs that act for your controller's units; for administrators, as all of these",
        listOf('MachineClient'),
      ),
      responses: {
        200: { description: 'The programs', ...json(listOf('MachineClient')) },
        ...problemAnswers(401, 403, 422),
      },
    },
    post: change(
      'registerMachineClient',
      'Let a program act for a unit, with its public keys',
      inputSchema(machineBody),
      [],
      201,
    ),
  },
  '/api/v1/machine-clients/{id}/keys': {
    post: change(
      'changeMachineKeys',
      'Other keys from now on; two while one takes the place of the other',
      inputSchema(keysBody),
      [ID],
    ),
  },
  '/api/v1/machine-clients/{id}/revoke': {
    post: change('revokeMachineClient', 'End all of it at once', inputSchema(emptyBody), [ID]),
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
    tags: [MACHINES],
    summary,
    parameters: [...parameters, ...COMMAND_PARAMETERS],
    requestBody: { required: true, ...json(body) },
    responses: {
      [status]: { description: 'The client', headers: REPLAYED, ...json(ref('StaffChange')) },
      ...problemAnswers(...WITH_BODY, 401, 403, 404, 409, 412, 422),
    },
  };
}
