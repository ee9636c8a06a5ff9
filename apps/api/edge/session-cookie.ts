import type { FastifyReply, FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'hemgang_session';

const TOKEN = /^[\w-]{1,200}$/;

/** Out of reach of scripts, and not sent along by other sites' forms. */
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Lax';

/** The token in the browser's cookie; null when there is none of ours. */
export function cookieOf({ headers }: FastifyRequest): string | null {
  const name = `${SESSION_COOKIE}=`;
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const token = pairs.find((pair) => pair.startsWith(name))?.slice(name.length) ?? '';
  return TOKEN.test(token) ? token : null;
}

/**
 * Gives the browser its session, over TLS only where there is TLS. The cookie ends with the
 * browser; the session itself ends at the server.
 */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  const secure = reply.request.protocol === 'https' ? '; Secure' : '';
  void reply.header('set-cookie', `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}${secure}`);
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.header('set-cookie', `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`);
}
