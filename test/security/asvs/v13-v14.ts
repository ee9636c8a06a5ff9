import { item, met, page, partly, spec, type Item } from './item';

const NO_STORE = spec(
  'test/api/headers',
  'of every operation has the headers that protect its reader, signed in or not',
);
const TOLD = spec('test/api/nothing-told-outside', 'hold nothing of %s');
const NO_SECRET = spec('test/architecture/docker', 'keeps no secret');

/** V13 Configuration, V14 data. */
export const CONFIGURATION_AND_DATA: readonly Item[] = [
  item(
    '13.1.1',
    2,
    'Whom Hemgång talks to is written down',
    met(page('threat-model', '## Boundaries')),
  ),
  item(
    '13.2.1',
    2,
    'Programs prove who they are to each other',
    partly(
      'The providers take signed assertions; PostgreSQL and Redis a password each, changed by schedule.',
      page('secrets', '# Secrets and keys'),
    ),
  ),
  item(
    '13.2.2',
    2,
    'With as few rights as possible',
    met(
      spec('test/e2e/database-roles', 'refuses to start with a role that has more than it should'),
      spec(
        'libs/store/walls/walls',
        'let %s do what it is for with each table, and refuse the rest',
      ),
      spec(
        'test/architecture/docker',
        'migrates once, as the owner of the tables, before anything else starts',
      ),
    ),
  ),
  item('13.2.3', 2, 'No passwords that everybody knows', met(NO_SECRET)),
  item(
    '13.2.4, 13.2.5',
    2,
    'Only known systems are called',
    partly(
      'The only addresses called are those of ISSUERS_FILE, DATABASE_URL and REDIS_URL; a firewall that says so is the site’s.',
      spec('test/api/process', 'with settings that are wrong, and names all of them at once'),
    ),
  ),
  item(
    '13.3.1',
    2,
    'Secrets have a keeper',
    partly(
      'The site’s own store; Hemgång reads environment and files, and neither source nor image has any.',
      NO_SECRET,
      page('secrets', '# Secrets and keys'),
    ),
  ),
  item(
    '13.3.2',
    2,
    'Few may read them',
    partly(
      'Programs hold no password of the owner; who may read the site’s own store of secrets is the site’s.',
      spec(
        'test/architecture/docker',
        'migrates once, as the owner of the tables, before anything else starts',
      ),
    ),
  ),
  item(
    '13.3.4',
    3,
    'They end and are changed',
    partly(
      'Sessions, passwords of roles and the key of the seals are tried by tests; the rest is a drill.',
      spec('test/e2e/database-roles', 'the password of a role is changed by the migration'),
      spec('test/audit/export', 'gives way to another that it introduces'),
      page('secrets', 'After a rotation'),
    ),
  ),
  item(
    '13.4.1',
    1,
    'No source control in production',
    met(spec('test/api/web-app', 'does not lead out of its folder: %s')),
  ),
  item(
    '13.4.2',
    2,
    'No debugging in production',
    met(spec('test/architecture/docker', 'runs in production mode and not as root')),
  ),
  item('13.4.3', 2, 'No lists of folders', met(spec('test/api/web-app', 'lists no folder: %s'))),
  item(
    '13.4.4',
    2,
    'No TRACE',
    met(
      spec(
        'test/api/declared-methods',
        'takes only the methods that the description declares, and names them',
      ),
    ),
  ),
  item(
    '13.4.5',
    2,
    'Descriptions and figures are for whom they are meant',
    partly(
      '/api/docs is public on purpose; /metrics and /health say nothing of anybody, and the proxy keeps them inside.',
      TOLD,
    ),
  ),
  item(
    '14.1.1, 14.1.2',
    2,
    'Which data need which protection',
    met(page('threat-model', '## What is to be protected'), page('logging', '# What is logged')),
  ),
  item(
    '14.2.1',
    1,
    'Nothing about anybody in an address',
    met(
      spec(
        'test/api/addresses',
        'holds nothing about anybody: no name, no personnummer, no session',
      ),
    ),
  ),
  item('14.2.2', 2, 'Nothing about anybody in caches of servers', met(NO_STORE)),
  item(
    '14.2.3',
    2,
    'Nothing to strangers',
    met(spec('test/browser/accessibility', 'has asked nobody but its own server')),
  ),
  item(
    '14.2.4',
    2,
    'Protection as it is written down',
    met(TOLD, spec('test/api/audit', 'reads nothing when it cannot be noted')),
  ),
  item(
    '14.2.7',
    3,
    'Old data go by schedule',
    met(
      spec('libs/store/idempotency-store', 'are kept for 30 days and not for longer'),
      spec('libs/store/session-store', 'that nobody finishes are swept'),
      spec(
        'test/audit/gallring',
        'takes what social services hold after five years, and nothing of health care',
      ),
      spec('test/audit/gallring', 'takes rows about staff whose time has gone, and no other'),
      spec(
        'test/e2e/restored-backup',
        'has erased again what was erased since the backup, and holds',
      ),
      spec(
        'test/audit/every-column',
        'has a fate that is written down: what takes it, or why it may stay',
      ),
    ),
  ),
  item(
    '14.3.1',
    1,
    'Emptied when the session ends',
    met(spec('test/api/headers', 'to signing out empties what the browser keeps of us')),
  ),
  item('14.3.2', 2, 'Not kept by browsers', met(NO_STORE)),
  item(
    '14.3.3',
    2,
    'Nothing about anybody in the browser’s storage',
    met(spec('test/browser/hardening', 'keep nothing in the browser but the language')),
  ),
];
