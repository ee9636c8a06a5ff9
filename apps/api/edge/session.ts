import type { Sessions } from '@hemgang/access';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { FORMS } from './body';
import { rememberCaller } from './caller';
import { languageOf } from './language';
import { Refused } from './refused';
import { machineRefusal } from './machine-routes';
import { cookieOf } from './session-cookie';

const API = '/api/v1/';
const BEARER = /^Bearer ([\w-]{1,200})$/i;
/** What a page asks for by itself, while nobody touches it, keeps nobody signed in. */
const BACKGROUND = 'hemgang-background';
const OPEN = { openToEverybody: true };

/** Marks a route of the API that needs no session: signing in must be possible without. */
export const OpenToEverybody = () => RouteConfig(OPEN);

/** The same for a route that takes forms: a route has one such mark. */
export const OpenToForms = () => RouteConfig({ ...OPEN, ...FORMS });

/**
 * Finds out who calls, before the body is read: strangers get 401 whatever else they sent, and
 * cannot make us read 256 kB.
 */
export function askWhoCalls(sessions: Sessions): onRequestAsyncHookHandler {
  return async (request) => {
    if (!needsSession(request)) return;
    const token = tokenOf(request);
    const language = languageOf(request.headers['accept-language']);
    const isUse = request.headers[BACKGROUND] === undefined;
    const reader = token === null ? null : await sessions.reader(token, language, isUse);
    if (token === null || reader === null) {
      throw new Refused({ code: 'NOT_SIGNED_IN' }, { 'www-authenticate': 'Bearer' });
    }
    const refusal = machineRefusal(reader, request);
    if (refusal !== null) throw new Refused(refusal);
    rememberCaller(request, { reader, token });
  };
}

function needsSession({ is404, routeOptions }: FastifyRequest): boolean {
  const { url = '', config } = routeOptions;
  return !is404 && url.startsWith(API) && !('openToEverybody' in config);
}

/** A token in `Authorization` is taken before the cookie: whoever sends it means it. */
function tokenOf(request: FastifyRequest): string | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) return BEARER.exec(authorization)?.[1] ?? null;
  return cookieCounts(request) ? cookieOf(request) : null;
}

/**
 * Browsers send the cookie also when another site makes them call us (CSRF), so for a request that
 * changes something it counts only when our own page sent it. Programs use `Authorization`.
 */
function cookieCounts(request: FastifyRequest): boolean {
  if (request.method !== 'POST') return true;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return origin !== undefined && origin === `${request.protocol}://${request.host}`;
}
