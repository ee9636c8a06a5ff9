import type { Sessions } from '@hemgang/access';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { FORMS } from './body';
import { rememberCaller } from './caller';
import { languageOf } from './language';
import type { RateGuard } from './rate-guard';
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

/** The same for a route to which other servers send forms: a route has one such mark. */
export const OpenToServers = () => RouteConfig({ ...OPEN, ...FORMS, fromServers: true });

/**
 * Finds out who calls, before the body is read: strangers get 401 whatever else they sent, and
 * cannot make us read 256 kB. Whoever calls too often learns it here.
 * @throws Refused NOT_SIGNED_IN, TOO_MANY_REQUESTS
 */
export function askWhoCalls(sessions: Sessions, rates: RateGuard): onRequestAsyncHookHandler {
  return async (request, reply) => {
    if (!needsSession(request)) {
      if (!isFree(request)) rates.countStranger(request, reply);
      return;
    }
    const token = tokenOf(request);
    const language = languageOf(request.headers['accept-language']);
    const isUse = request.headers[BACKGROUND] === undefined;
    const reader = token === null ? null : await sessions.reader(token, language, isUse);
    if (token === null || reader === null) {
      rates.countStranger(request, reply);
      throw new Refused({ code: 'NOT_SIGNED_IN' }, { 'www-authenticate': 'Bearer' });
    }
    rates.countReader(reader, reply);
    const refusal = machineRefusal(reader, request);
    if (refusal !== null) throw new Refused(refusal);
    rememberCaller(request, { reader, token });
  };
}

/** Whether a route answers only those who have signed in. */
export function needsSession({ is404, routeOptions }: FastifyRequest): boolean {
  const { url = '', config } = routeOptions;
  return !is404 && url.startsWith(API) && !('openToEverybody' in config);
}

/** Pages, their files and what those who run the service ask: answered from memory, for anybody. */
function isFree({ routeOptions: { url = '' } }: FastifyRequest): boolean {
  return ![API, '/start/', '/experience/', '/oauth/', '/sms/'].some((path) => url.startsWith(path));
}

/** A token in `Authorization` is taken before the cookie: whoever sends it means it. */
function tokenOf(request: FastifyRequest): string | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) return BEARER.exec(authorization)?.[1] ?? null;
  return cookieOf(request);
}
