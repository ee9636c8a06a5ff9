import {
  assignmentBody,
  confirmBody,
  emptyBody,
  searchBody,
  snapshotKeyBody,
  staffBody,
  termBody,
  unitBody,
} from '../staff/staff-bodies';
import { inputSchema, ref, type JsonSchema } from './json-schema';
import {
  COMMAND_PARAMETERS,
  ETAG,
  json,
  listOf,
  LOCATION,
  read,
  REPLAYED,
  type Operation,
  type Paths,
} from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const ADMINISTRATION = 'administration';

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** What administrators of a controller do with its staff and units. */
export const staffPaths: Paths = {
  '/api/v1/staff/search': {
    post: {
      operationId: 'searchStaff',
      tags: [ADMINISTRATION],
      summary: "Your controller's staff by name; for administrators, as all of these",
      requestBody: { required: true, ...json(inputSchema(searchBody)) },
      responses: {
        200: { description: 'People and their assignments', ...json(listOf('StaffMember')) },
        ...problemAnswers(...WITH_BODY, 401, 403, 422),
      },
    },
  },
  '/api/v1/staff/{id}': {
    get: {
      ...read('getStaff', ADMINISTRATION, 'One of the staff', ref('StaffMember')),
      parameters: [ID],
      responses: {
        200: { description: 'The person', headers: ETAG, ...json(ref('StaffMember')) },
        ...problemAnswers(401, 403, 404, 422),
      },
    },
  },
  '/api/v1/staff': {
    post: {
      ...changeOf('addStaff', 'Take somebody in, with a first assignment', inputSchema(staffBody)),
      responses: {
        201: {
          description: 'Who has been added',
          headers: { ...LOCATION, ...REPLAYED },
          ...json(ref('StaffChange')),
        },
        ...problemAnswers(...WITH_BODY, 401, 403, 409, 422),
      },
    },
  },
  '/api/v1/staff/{id}/assignments': {
    post: changeAt(
      'assign',
      'Give another assignment, for good or as a stand-in',
      inputSchema(assignmentBody),
    ),
  },
  '/api/v1/staff/{id}/end': {
    post: changeAt(
      'endStaff',
      'End all of a leaver at once, running sessions too',
      inputSchema(emptyBody),
    ),
  },
  '/api/v1/assignments/{id}/change': {
    post: changeAt('changeAssignment', 'Other roles or another last day', inputSchema(termBody)),
  },
  '/api/v1/assignments/{id}/end': {
    post: changeAt('endAssignment', 'End one assignment at once', inputSchema(emptyBody)),
  },
  '/api/v1/confirmations': {
    get: {
      ...read(
        'listConfirmations',
        ADMINISTRATION,
        'Assignments to be confirmed within two months, the longest due first',
        listOf('ToConfirm'),
      ),
      responses: {
        200: { description: 'Assignments and whose they are', ...json(listOf('ToConfirm')) },
        ...problemAnswers(401, 403, 422),
      },
    },
    post: changeOf(
      'confirmAssignments',
      'Say that these assignments are still needed; nobody says it of her own',
      inputSchema(confirmBody),
    ),
  },
  '/api/v1/own-units': {
    get: {
      ...read('listOwnUnits', ADMINISTRATION, "Your controller's units", listOf('OwnUnit')),
      responses: {
        200: { description: 'The units', ...json(listOf('OwnUnit')) },
        ...problemAnswers(401, 403, 422),
      },
    },
  },
  '/api/v1/own-units/{id}/facts': {
    post: changeAt(
      'changeUnit',
      'What a unit is called and how it is reached',
      inputSchema(unitBody),
    ),
  },
  '/api/v1/own-units/{id}/snapshot-key': {
    post: changeAt(
      'setSnapshotKey',
      "To which key the unit's pages for an outage are sealed from now on",
      inputSchema(snapshotKeyBody),
    ),
  },
};

/** A change of what is a controller's own, once per key. */
export function changeOf(operationId: string, summary: string, body: JsonSchema): Operation {
  return {
    operationId,
    tags: [ADMINISTRATION],
    summary,
    parameters: COMMAND_PARAMETERS,
    requestBody: { required: true, ...json(body) },
    responses: {
      200: { description: 'What it was about', headers: REPLAYED, ...json(ref('StaffChange')) },
      ...problemAnswers(...WITH_BODY, 401, 403, 404, 409, 412, 422),
    },
  };
}

/** The same of one thing that the path names. */
export function changeAt(operationId: string, summary: string, body: JsonSchema): Operation {
  const operation = changeOf(operationId, summary, body);
  return { ...operation, parameters: [ID, ...COMMAND_PARAMETERS] };
}
