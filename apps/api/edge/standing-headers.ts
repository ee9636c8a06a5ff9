import type { FastifyReply, FastifyRequest } from 'fastify';

/** Only what we ship ourselves runs or is shown; nobody frames us. */
const PAGE_POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** The docs page of the package writes styles into itself and draws its icons from data. */
const DOCS_POLICY = `${PAGE_POLICY}; style-src 'self' 'unsafe-inline'; img-src 'self' data:`;

/** Two years, the value that browsers' preload lists ask for. */
const HSTS = 'max-age=63072000; includeSubDomains';

/** What an answer of the API depends on beside its address. */
const VARY = 'Accept-Language, Authorization, Cookie';

/**
 * Headers that every answer has, whatever becomes of the request. Answers of the API are about
 * patients: nothing between us and the reader may keep them.
 */
export function setStandingHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  mode: 'demo' | 'production',
): void {
  const isApi = request.url.startsWith('/api/');
  const isDocs = request.url.startsWith('/api/docs');
  void reply.headers({
    'content-security-policy': isDocs ? DOCS_POLICY : PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(isApi ? { vary: VARY } : {}),
    ...(mode === 'production' ? { 'strict-transport-security': HSTS } : {}),
  });
}
