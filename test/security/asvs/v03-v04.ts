import { item, met, none, others, partly, spec, type Item } from './item';

const EVERY_OPERATION = spec(
  'test/api/headers',
  'of every operation has the headers that protect its reader, signed in or not',
);
const PAGES = spec('test/api/headers', 'of the pages and their files has them');
const REFUSALS = spec(
  'test/api/headers',
  'that says no has them: 400, 401, 403, 404, 405, 413, 415, 422',
);
const BROKEN = spec('test/api/headers', 'to what never became a request has them');
const COOKIE = spec(
  'test/api/headers',
  'gives its cookies to TLS alone, also when the proxy forgets to say so',
);
const CROSS_SITE = spec(
  'test/api/cross-site',
  'is refused by every operation that changes something, and writes nothing',
);

/** V3 The browser, V4 the API. */
export const BROWSER_AND_API: readonly Item[] = [
  item('3.2.1', 1, 'Data are not shown as pages', met(EVERY_OPERATION)),
  item(
    '3.2.2',
    1,
    'Texts are shown as texts',
    met(spec('test/browser/hardening', 'keep the Content-Security-Policy, docs and links too')),
  ),
  item('3.3.1', 1, 'Cookies are Secure and named so', met(COOKIE)),
  item('3.3.2', 2, 'SameSite fits the purpose', met(COOKIE)),
  item('3.3.3', 2, '`__Host-`', met(COOKIE)),
  item(
    '3.3.4',
    2,
    'HttpOnly; the token goes by the cookie alone',
    partly(
      'Programs get the token in the answer of the demo sign-in and of a change of assignment; a browser of the web app gets it too and passes over it.',
      COOKIE,
      spec(
        'test/api/sign-in',
        'gives a cookie that neither scripts nor other sites can use, and a token',
      ),
    ),
  ),
  item(
    '3.4.1',
    1,
    'HSTS, two years, subdomains',
    met(spec('test/api/headers', 'in production tells browsers to come by TLS alone')),
  ),
  item(
    '3.4.2',
    1,
    'No CORS for strangers',
    met(spec('test/api/cross-site', 'may be a question to which the answer stays with us')),
  ),
  item(
    '3.4.3',
    2,
    'CSP with object-src and base-uri none',
    met(
      EVERY_OPERATION,
      PAGES,
      REFUSALS,
      BROKEN,
      spec('test/api/headers', 'of the description for people has them, without unsafe-inline'),
    ),
  ),
  item('3.4.4', 2, 'nosniff', met(EVERY_OPERATION, PAGES, REFUSALS, BROKEN)),
  item('3.4.5', 2, 'Referrer-Policy', met(EVERY_OPERATION, PAGES)),
  item('3.4.6', 2, 'frame-ancestors', met(EVERY_OPERATION, PAGES, REFUSALS)),
  item('3.4.8', 3, 'Cross-Origin-Opener-Policy', met(EVERY_OPERATION, PAGES)),
  item(
    '3.5.1',
    1,
    'Forged requests are refused',
    met(
      CROSS_SITE,
      spec('test/api/cross-site', 'is refused before anybody looks who calls, also with a token'),
    ),
  ),
  item(
    '3.5.2',
    1,
    'No simple request reaches what changes something',
    met(CROSS_SITE, spec('test/api/start-link', 'takes forms here and nowhere else')),
  ),
  item(
    '3.5.3',
    1,
    'Safe methods change nothing',
    met(
      spec(
        'test/api/declared-methods',
        'takes only the methods that the description declares, and names them',
      ),
    ),
  ),
  item(
    '3.5.4',
    2,
    'Applications have hosts of their own',
    others('The site gives Hemgång a host name of its own.'),
  ),
  item('3.5.5', 2, 'postMessage', none('Not used.')),
  item(
    '3.7.1',
    2,
    'Only supported techniques in the browser',
    met(
      spec(
        'test/architecture/supply-chain',
        'names nothing else: no tool of development, no test, no embedded database',
      ),
    ),
  ),
  item(
    '3.7.2',
    2,
    'Redirects go to known places',
    met(spec('test/api/sign-in-attacks', 'names its providers, and says when one is away')),
  ),
  item('4.1.1', 1, 'Content type with charset', met(EVERY_OPERATION, PAGES, REFUSALS)),
  item(
    '4.1.2',
    2,
    'No redirect to https for programs',
    others('The proxy redirects pages at most; Hemgång redirects nothing to https.'),
  ),
  item(
    '4.1.3',
    2,
    'Headers of the proxy cannot be forged',
    met(spec('test/api/rate-limits', 'is not what a stranger says it is')),
  ),
  item(
    '4.1.4',
    3,
    'Only declared methods',
    met(
      spec(
        'test/api/declared-methods',
        'takes only the methods that the description declares, and names them',
      ),
      spec('test/api/declared-methods', 'of a page takes no other method either'),
    ),
  ),
  item(
    '4.1.5',
    3,
    'Messages between systems are signed',
    partly(
      'Checkpoints of the log are; Hemgång sends no other messages to systems yet.',
      spec(
        'test/audit/export',
        'verifies without a database, with the checkpoints that were handed out',
      ),
    ),
  ),
  item(
    '4.2.1',
    2,
    'Requests have one end (smuggling)',
    met(spec('test/api/broken-requests', 'because it %s gets 400 as a problem')),
  ),
  item('4.3.1, 4.3.2', 2, 'GraphQL', none('Not used.')),
  item('4.4.1–4.4.4', 2, 'WebSocket', none('Not used: live news are server-sent events.')),
];
