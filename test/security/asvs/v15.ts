import { item, met, open, page, spec, type Item } from './item';

const SBOM = spec(
  'test/architecture/supply-chain',
  'names what the lock file says an installation has, in its version',
);

const UNKNOWN_FIELDS = spec(
  'test/api/mass-assignment',
  'is refused by every operation that is no command of a case, and writes nothing',
);

/** V15 Code and packages. */
export const CODE_AND_PACKAGES: readonly Item[] = [
  item(
    '15.1.1',
    1,
    'How long a hole may stay is written down',
    met(page('supply-chain', '## How long a hole may stay')),
  ),
  item('15.1.2', 2, 'Bill of materials', met(SBOM)),
  item(
    '15.1.3',
    2,
    'What is dear is known',
    met(
      page('threat-model', 'floods, held doors, huge bodies'),
      spec(
        'test/api/held-doors',
        'are shown out when their headers do not end, and others are served meanwhile',
      ),
    ),
  ),
  item(
    '15.2.1',
    1,
    'Nothing is older than that',
    open('`npm audit` could not be run here: the registry gives no advisories.'),
  ),
  item(
    '15.2.2',
    2,
    'What is dear does not stop the rest',
    met(
      spec(
        'test/api/held-doors',
        'are shown out when their headers do not end, and others are served meanwhile',
      ),
      spec('libs/store/database', 'says so when no connection becomes free in time'),
    ),
  ),
  item(
    '15.2.3',
    2,
    'Nothing of development in production',
    met(
      spec('test/architecture/docker', 'holds no development packages and no embedded database'),
      spec(
        'test/api/problems',
        'browsers come back over TLS only, and the description knows no demo',
      ),
    ),
  ),
  item(
    '15.2.4',
    3,
    'Packages come from where they should',
    met(
      spec(
        'test/architecture/supply-chain',
        'comes from one registry: no git, no archive, no folder',
      ),
      spec(
        'test/architecture/supply-chain',
        'is locked to its content: SHA-512 of what was looked at',
      ),
      spec(
        'test/architecture/supply-chain',
        'has no name of ours: nobody can publish what we think is our own',
      ),
    ),
  ),
  item(
    '15.3.1',
    1,
    'Only the fields that are needed go out',
    met(spec('test/api/every-operation', 'the case to %s')),
  ),
  item(
    '15.3.2',
    2,
    'Calls follow no redirects',
    open('Left to the library that speaks to the providers; not tried by a test.'),
  ),
  item(
    '15.3.3',
    2,
    'Only declared fields come in',
    met(
      UNKNOWN_FIELDS,
      spec(
        'test/api/mass-assignment',
        'is refused by every command of a case that is possible now, and the case stays',
      ),
    ),
  ),
  item(
    '15.3.4',
    2,
    'Who calls is known behind the proxy',
    met(spec('test/api/rate-limits', 'is not what a stranger says it is')),
  ),
  item(
    '15.3.5',
    2,
    'Types are what they are said to be',
    met(
      spec(
        'test/api/invalid-inputs',
        'is refused as a problem, repeated never, writes nothing and costs no memory',
      ),
    ),
  ),
  item(
    '15.3.6',
    2,
    'No polluted prototypes',
    met(spec('test/api/mass-assignment', 'does not reach the ground that all objects stand on')),
  ),
  item(
    '15.3.7',
    2,
    'No polluted parameters',
    met(
      spec(
        'test/api/mass-assignment',
        'in the query is refused too, also when a name stands twice',
      ),
    ),
  ),
  item(
    '15.4.2',
    3,
    'Judged and done in one',
    met(
      spec('test/chaos/crowd', 'have exactly one winner when all of them saw the same version'),
      spec(
        'test/chaos/same-key',
        'opens one case and gives one command, and all fifty are answered alike',
      ),
    ),
  ),
];
