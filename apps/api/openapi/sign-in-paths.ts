import { beginQuery, logoutBody, switchBody } from '../sign-in/sign-in-bodies';
import { inputSchema, ref, type JsonSchema } from './json-schema';
import { json, listOf, OPEN, read, type Paths } from './operation';
import { problemAnswers, WITH_BODY } from './problem-schemas';

const ACCOUNT = 'account';

const ISSUER = { name: 'issuer', in: 'path', required: true, schema: { type: 'string' } };

const begin = inputSchema(beginQuery)['properties'] as Record<'fresh' | 'next', JsonSchema>;

const REDIRECT = {
  description: 'Where the browser goes next',
  headers: { Location: { description: 'An address.', schema: { type: 'string' } } },
};

/** Coming in by an identity provider, going over to another assignment, and being put out. */
export const signInPaths: Paths = {
  '/api/v1/sign-in': {
    get: {
      ...read('listIssuers', ACCOUNT, 'Who can vouch for you here', listOf('Issuer')),
      ...OPEN,
      responses: {
        200: { description: 'The identity providers', ...json(listOf('Issuer')) },
        ...problemAnswers(422),
      },
    },
  },
  '/api/v1/sign-in/{issuer}': {
    get: {
      ...OPEN,
      operationId: 'beginSignIn',
      tags: [ACCOUNT],
      summary: 'Send the browser to the identity provider (OpenID Connect, code with PKCE)',
      parameters: [
        ISSUER,
        {
          name: 'fresh',
          in: 'query',
          description: 'Prove anew who you are; with a session: before a grave step (step-up).',
          schema: begin.fresh,
        },
        {
          name: 'next',
          in: 'query',
          description: 'Where in the web app to go afterwards.',
          schema: begin.next,
        },
      ],
      responses: { 303: REDIRECT, ...problemAnswers(404, 422, 503) },
    },
  },
  '/api/v1/sign-in/{issuer}/callback': {
    get: {
      ...OPEN,
      operationId: 'finishSignIn',
      tags: [ACCOUNT],
      summary: 'Where the provider sends the browser back',
      description:
        'Gives a session, or sends the browser to `/?nekad=<reason>`: nobody gets in by an answer ' +
        'that this browser has not asked for or that does not hold.',
      parameters: [ISSUER],
      responses: { 303: REDIRECT, ...problemAnswers(400, 503) },
    },
  },
  '/api/v1/sign-in/{issuer}/logout': {
    post: {
      ...OPEN,
      operationId: 'logoutByIssuer',
      tags: [ACCOUNT],
      summary: 'The provider ends sessions (OpenID Connect Back-Channel Logout 1.0)',
      parameters: [ISSUER],
      requestBody: {
        required: true,
        content: { 'application/x-www-form-urlencoded': { schema: inputSchema(logoutBody) } },
      },
      responses: {
        204: { description: 'They have ended' },
        ...problemAnswers(...WITH_BODY, 422, 503),
      },
    },
  },
  '/api/v1/me/assignment': {
    post: {
      operationId: 'switchAssignment',
      tags: [ACCOUNT],
      summary: 'Go on in another of your assignments; the session gets a new token',
      requestBody: { required: true, ...json(inputSchema(switchBody)) },
      responses: {
        200: { description: 'The new session', ...json(ref('Session')) },
        ...problemAnswers(...WITH_BODY, 401, 422),
      },
    },
  },
  '/api/v1/sessions': {
    get: {
      ...read(
        'listSessions',
        ACCOUNT,
        "Who of your controller's staff is signed in; for administrators",
        listOf('SessionLine'),
      ),
      responses: {
        200: { description: 'Running sessions', ...json(listOf('SessionLine')) },
        ...problemAnswers(401, 403, 422),
      },
    },
  },
  '/api/v1/sessions/{id}/end': {
    post: {
      operationId: 'endSession',
      tags: [ACCOUNT],
      summary: "End a session of your controller's staff; for administrators",
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        204: { description: 'It has ended' },
        ...problemAnswers(...WITH_BODY, 401, 403, 404, 422),
      },
    },
  },
};
