import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { Refused } from './refused';
import { needsSession } from './session';
import { cookieOf } from './session-cookie';

/** Methods that change nothing (RFC 9110 9.2.1), so that another site gains nothing by them. */
const SAFE = ['GET', 'HEAD'];

/**
 * What the web app sends with every request. No form and no link can send a header of its own, and
 * a script of another site may not: the browser asks us first (CORS), and we never say yes.
 */
const OWN_HEADER = 'x-requested-with';
const OWN_VALUE = 'hemgang';

/**
 * Refuses what another site makes a browser send (CSRF), before anybody looks who calls. Browsers
 * add the cookie by themselves, so where it stands for somebody our own page must have asked.
 * @param publicOrigin where browsers reach us, when that is set: what a proxy tells may differ
 * @throws Refused CROSS_SITE_REFUSED
 */
export function refuseOtherSites(publicOrigin: string | null): onRequestAsyncHookHandler {
  // An asynchronous hook, so that what it throws becomes an answer.
  return async (request) => {
    await Promise.resolve();
    if (SAFE.includes(request.method) || 'fromServers' in request.routeOptions.config) return;
    const site = siteOf(request, publicOrigin);
    const isOurs = site === 'own' && request.headers[OWN_HEADER] === OWN_VALUE;
    if (site === 'other' || (actsByCookie(request) && !isOurs)) {
      throw new Refused({ code: 'CROSS_SITE_REFUSED' });
    }
  };
}

/**
 * Where a browser says that the request comes from. No script can write `Sec-Fetch-Site`, so where it
 * is there it alone counts. An origin of `null` says nothing: our own forms have it as well, because
 * our pages tell no referrer.
 */
function siteOf(request: FastifyRequest, publicOrigin: string | null): 'own' | 'other' | 'unknown' {
  const { origin = 'null' } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'own' : 'other';
  if (origin === 'null') return 'unknown';
  return originsOf(request, publicOrigin).includes(origin) ? 'own' : 'other';
}

/** A browser cannot be made to lie about the host; a proxy may rewrite it. */
function originsOf({ protocol, host }: FastifyRequest, publicOrigin: string | null): string[] {
  const own = `${protocol}://${host}`;
  return publicOrigin === null ? [own] : [own, publicOrigin];
}

/** Whoever sends a token in `Authorization` means it: no browser adds one by itself. */
function actsByCookie(request: FastifyRequest): boolean {
  const { authorization } = request.headers;
  return authorization === undefined && needsSession(request) && cookieOf(request) !== null;
}
