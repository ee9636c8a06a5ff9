import type { FastifyReply, FastifyRequest } from 'fastify';

/** Scripts, styles, pictures and connections of our own server alone; nobody frames us. */
const PAGE_POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** What the API answers is data: a browser that is led to show it as a page may do nothing. */
const DATA_POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  'sandbox',
].join('; ');

/** The styles of the docs page hold small pictures as data. */
const DOCS_POLICY = `${PAGE_POLICY}; img-src 'self' data:`;

/** Two years, the value that browsers' preload lists ask for. */
const HSTS = 'max-age=63072000; includeSubDomains';

/** What an answer of the API depends on beside its address. */
const VARY = 'Accept-Language, Authorization, Cookie';

/** Nothing of a ward's computer is of use to us, so no script that got in may reach for it. */
const PERMISSIONS = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb'],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

export type Headers = Readonly<Record<string, string>>;

/**
 * Headers of every answer to an address, whatever becomes of the request. Answers are about
 * patients: nothing between us and the reader may keep them, and who may keep more (a file with a
 * fingerprint in its name) says so itself.
 * @param path the address without its host; null when the request never became one
 */
export function standingHeaders(path: string | null, mode: 'demo' | 'production'): Headers {
  const isApi = path?.startsWith('/api/') ?? false;
  return {
    'content-security-policy': policyOf(path),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy': PERMISSIONS,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-permitted-cross-domain-policies': 'none',
    'cache-control': 'no-store',
    ...(isApi ? { vary: VARY } : {}),
    ...(mode === 'production' ? { 'strict-transport-security': HSTS } : {}),
  };
}

export function setStandingHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  mode: 'demo' | 'production',
): void {
  void reply.headers(standingHeaders(request.url, mode));
}

function policyOf(path: string | null): string {
  if (path === null) return DATA_POLICY;
  if (/^\/api\/docs(?:[/?]|$)/.test(path)) return DOCS_POLICY;
  return /^\/(?:api|oauth|sms|health|metrics|\.well-known)(?:[/?]|$)/.test(path)
    ? DATA_POLICY
    : PAGE_POLICY;
}
