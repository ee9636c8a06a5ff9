import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from '../edge/session';

const PATH = '/';

/**
 * Gives the browser its session: out of reach of scripts, not sent along by other sites' forms, and
 * only over TLS where there is TLS. It ends with the browser; the session itself ends at the server.
 */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, {
    path: PATH,
    httpOnly: true,
    sameSite: 'lax',
    secure: reply.request.protocol === 'https',
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, { path: PATH, httpOnly: true, sameSite: 'lax' });
}
