import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Names of our cookies. With the prefix a browser takes and keeps them only over TLS, for this very
 * host and every path (RFC 6265bis 4.1.3.2): no neighbouring host can plant one. Where there is no TLS
 * (a demo on this machine) it would not take them at all, so there they go without.
 */
const SECURE_PREFIX = '__Host-';

/** Over TLS, and without. The description of the API names the first. */
export const SESSION_COOKIE = `${SECURE_PREFIX}hemgang_session`;

const SESSION = 'hemgang_session';
const SIGN_IN = 'hemgang_sign_in';

const TOKEN = /^[\w-]{1,200}$/;

/** Out of reach of scripts, and not sent along by other sites' forms. */
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Lax';

/** A sign-in that takes longer is not finished anyhow. */
const SIGN_IN_SECONDS = 600;

/** The token in the browser's cookie; null when there is none of ours. */
export function cookieOf(request: FastifyRequest): string | null {
  return valueOf(request, SESSION);
}

/** The secret of a sign-in under way; null when this browser has begun none. */
export function signInCookieOf(request: FastifyRequest): string | null {
  return valueOf(request, SIGN_IN);
}

/** Gives the browser its session. The cookie ends with the browser; the session itself ends at the server. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  set(reply, SESSION, token, '');
}

export function clearSessionCookie(reply: FastifyReply): void {
  set(reply, SESSION, '', '; Max-Age=0');
}

export function setSignInCookie(reply: FastifyReply, secret: string): void {
  set(reply, SIGN_IN, secret, `; Max-Age=${SIGN_IN_SECONDS}`);
}

export function clearSignInCookie(reply: FastifyReply): void {
  set(reply, SIGN_IN, '', '; Max-Age=0');
}

function valueOf(request: FastifyRequest, cookie: string): string | null {
  const name = `${nameIn(request, cookie)}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(name))?.slice(name.length) ?? '';
  return TOKEN.test(value) ? value : null;
}

/** Several may be set by one answer: Fastify keeps them side by side. */
function set(reply: FastifyReply, cookie: string, value: string, more: string): void {
  const secure = isSecure(reply.request) ? '; Secure' : '';
  const name = nameIn(reply.request, cookie);
  void reply.header('set-cookie', `${name}=${value}; ${ATTRIBUTES}${more}${secure}`);
}

function nameIn(request: FastifyRequest, cookie: string): string {
  return isSecure(request) ? `${SECURE_PREFIX}${cookie}` : cookie;
}

/** Where browsers reach us over TLS alone, the cookie keeps to it whatever a proxy forgets to tell. */
function isSecure({ protocol, server }: FastifyRequest): boolean {
  return protocol === 'https' || server.isReachedOverTls;
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly isReachedOverTls: boolean;
  }
}
