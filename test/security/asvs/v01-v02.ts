import { item, met, none, open, partly, spec, type Item } from './item';

const INVALID = spec(
  'test/api/invalid-inputs',
  'is refused as a problem, repeated never, writes nothing and costs no memory',
);
const CSP = spec('test/api/headers', 'of the pages and their files has them');

/** V1 Encoding and sanitisation, V2 validation and business logic. */
export const ENCODING_AND_LOGIC: readonly Item[] = [
  item('1.1.1', 2, 'Input is decoded once, before it is judged', met(INVALID)),
  item('1.1.2', 2, 'Output is encoded last, by or for its interpreter', met(CSP)),
  item(
    '1.2.1',
    1,
    'Output fits its context',
    met(
      CSP,
      spec('test/api/broken-requests', 'leaves nothing behind, not even a line in the access log'),
    ),
  ),
  item(
    '1.2.2',
    1,
    'Addresses are built from encoded values, safe protocols only',
    met(spec('test/api/sign-in-attacks', 'names its providers, and says when one is away')),
  ),
  item('1.2.3', 1, 'JSON and scripts cannot be broken out of', met(INVALID)),
  item(
    '1.2.4',
    1,
    'Queries take values as parameters',
    met(spec('test/api/log-lines', 'is no way into the database either')),
  ),
  item(
    '1.2.5',
    1,
    'No command of the operating system is made of input',
    met(
      spec('test/security/asvs', 'evaluates nothing and starts no program but the one that prints'),
    ),
  ),
  item('1.2.6–1.2.8', 2, 'LDAP, XPath, LaTeX', none('None of them is used.')),
  item(
    '1.2.9',
    2,
    'Regular expressions are not made of input',
    met(spec('apps/web/src/search', 'finds by nothing else: %s')),
  ),
  item(
    '1.2.10',
    3,
    'Texts in CSV and Excel files are no formulas',
    met(
      spec('apps/api/settlement/files', 'lets no text be reckoned with: %j'),
      spec('apps/api/settlement/files', 'lets no text wake as a formula: %j'),
      spec(
        'apps/api/settlement/files',
        'keeps a value in its field, whatever separators, quotes and lines it holds',
      ),
    ),
  ),
  item(
    '1.3.1, 1.3.4, 1.3.5',
    2,
    'HTML, SVG and markup of users are cleaned',
    none('Texts are plain texts and are shown as such.'),
  ),
  item('1.3.2', 1, 'Nothing is evaluated', met(CSP)),
  item(
    '1.3.3',
    2,
    'What goes to a dangerous place is bounded and cleaned',
    met(
      spec(
        'apps/api/settlement/files',
        'is sound: each object begins where its table says, each content is as long as it says',
      ),
    ),
  ),
  item(
    '1.3.6',
    2,
    'No request is made to an address of input (SSRF)',
    met(
      spec('libs/webhooks/post', 'is whatever stands for an IPv4 address that is written as IPv6'),
      spec(
        'libs/webhooks/post',
        'is made to the address that was looked at, whatever the name stands for meanwhile',
      ),
    ),
  ),
  item(
    '1.3.7–1.3.11',
    2,
    'Templates, JNDI, memcache, format strings, mail commands',
    none('None of them is used.'),
  ),
  item(
    '1.4.1–1.4.3',
    2,
    'Memory, integers',
    none('JavaScript manages its memory; numbers are judged by range before use.'),
  ),
  item('1.5.1', 1, 'XML is read without external entities', none('No XML is read.')),
  item(
    '1.5.2',
    2,
    'Untrusted data are read into known shapes only',
    met(
      spec('test/api/mass-assignment', 'does not reach the ground that all objects stand on'),
      INVALID,
    ),
  ),
  item(
    '2.1.1–2.1.3',
    2,
    'Rules for inputs, combinations and limits are written down',
    met(
      spec('test/api/description', 'has schemas that a validator takes'),
      spec(
        'test/api/description',
        'tells of every command its words in both languages, its rule and its roles',
      ),
    ),
  ),
  item('2.2.1', 1, 'Every input is held against what is expected', met(INVALID)),
  item(
    '2.2.2',
    1,
    'Judged by the server',
    met(
      spec(
        'test/api/mass-assignment',
        'is refused by every command of a case that is possible now, and the case stays',
      ),
    ),
  ),
  item(
    '2.2.3',
    2,
    'Values that belong together fit each other',
    met(spec('libs/cases/refusals-write-nothing', 'admission is refused the same way')),
  ),
  item(
    '2.3.1',
    1,
    'No step is skipped',
    met(
      spec(
        'test/api/problems',
        '%s is told as the catalogue has it, repeats nothing and writes nothing',
      ),
      spec(
        'test/chaos/crowd',
        'see it go on one event after another, whatever they all want of it at once',
      ),
    ),
  ),
  item(
    '2.3.2',
    2,
    'Limits of the business hold',
    met(
      spec(
        'test/api/stream',
        'is open a few times per session, and makes place when one is closed',
      ),
    ),
  ),
  item(
    '2.3.3',
    2,
    'All or nothing',
    met(
      spec(
        'test/chaos/exhausted',
        'connections that others have taken: 503, nothing half written, and on again',
      ),
      spec('libs/store/database', 'rolls back what a failing transaction did'),
    ),
  ),
  item(
    '2.3.4',
    2,
    'Two cannot take the same',
    met(spec('test/chaos/crowd', 'have exactly one winner when all of them saw the same version')),
  ),
  item(
    '2.3.5',
    3,
    'Grave steps take two',
    partly(
      'A settlement is signed by both sides and a disputed row needs the other side; one person may lift the secrecy she has judged.',
      spec(
        'libs/cases/settlement/settlements',
        'keeps a disputed row out of what is locked; both sides read what the other writes',
      ),
    ),
  ),
  item(
    '2.4.1',
    2,
    'Excessive calls are stopped',
    met(
      spec(
        'test/api/rate-limits',
        'as a person is told when to come back, in whatever sessions; others go on',
      ),
      spec('test/api/rate-limits', 'as a unit is told so, and other units go on'),
      spec('test/api/rate-limits', 'from one address without a session, %s, is told so'),
    ),
  ),
  item(
    '2.4.2',
    3,
    'Human timing',
    open('Commands may come as fast as the limit allows: integrations and tests do so.'),
  ),
];
