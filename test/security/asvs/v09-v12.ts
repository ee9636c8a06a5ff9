import { doc, item, met, none, others, page, partly, spec, type Item } from './item';

const LIES = spec('test/api/sign-in-attacks', 'refuses a token with $attack');
const LOGOUT = spec('test/api/sign-in-attacks', 'is refused with %s');
const NOT_ASKED = spec('test/api/sign-in-attacks', 'refuses what this browser has not asked for');
const CLIENT = spec(
  'test/api/machine-clients',
  'lets nobody in by an assertion that does not hold',
);
const TLS_TRIED = [
  spec(
    'test/e2e/database-tls',
    'is encrypted on every connection where the right authority vouches',
  ),
  spec('test/e2e/database-tls', 'is not gone when another authority vouches for the host'),
  spec('test/e2e/database-tls', 'is not gone when the right authority vouches for another host'),
] as const;
const TLS = spec('libs/config/internal-tls', 'is not %s, unless the operator says so');
const PROXY = others('The site’s reverse proxy speaks TLS to browsers.');

/** V9 Tokens that speak for themselves, V10 OAuth and OIDC, V11 cryptography, V12 transport. */
export const TOKENS_AND_SECRETS: readonly Item[] = [
  item(
    '9.1.1–9.1.3',
    1,
    'Signed, by an allowed algorithm, with a key of the issuer',
    met(LIES, LOGOUT),
  ),
  item('9.2.1', 1, 'Within their time', met(LIES, LOGOUT)),
  item('9.2.2', 2, 'Of the kind that is asked for', met(LOGOUT)),
  item('9.2.3', 2, 'For us', met(LIES, LOGOUT)),
  item('9.2.4', 2, 'Issued for one audience', none('Hemgång issues no such tokens.')),
  item(
    '10.1.1',
    2,
    'Tokens stay in the server',
    met(
      spec('test/api/sign-in-attacks', 'has said so, and the log tells no claim, code or secret'),
    ),
  ),
  item('10.1.2', 2, 'Answers only to what this browser began', met(NOT_ASKED)),
  item(
    '10.2.1',
    2,
    'PKCE and state',
    met(
      NOT_ASKED,
      spec(
        'test/api/sign-in-attacks',
        'lets somebody in whom the provider vouches for, in her commission',
      ),
    ),
  ),
  item(
    '10.2.2',
    2,
    'No mix-up of providers',
    met(spec('test/api/sign-in-attacks', 'refuses what another provider has answered (mix-up)')),
  ),
  item(
    '10.3.1–10.3.4',
    2,
    'An access token is for us, of a known client, and good for its scopes alone',
    met(
      spec(
        'test/api/machine-clients',
        'may no more than its scopes say, nor what demands a person',
      ),
      spec('test/api/machine-clients', 'gives a command in its scope, named as itself in events'),
    ),
  ),
  item(
    '10.4.4, 10.4.10',
    2,
    'One grant, and clients that prove who they are by a key',
    met(CLIENT),
  ),
  item(
    '10.4.9',
    2,
    'Tokens are taken back at once',
    met(spec('test/api/machine-clients', 'changes keys with two at a time, and is out at once')),
  ),
  item(
    '10.4.11',
    2,
    'No more scopes than are needed',
    met(
      spec('test/api/machine-clients', 'is registered by its own administrators, with public keys'),
    ),
  ),
  item('10.4.16', 3, 'Strong client authentication (private_key_jwt)', met(CLIENT)),
  item(
    '10.4.1–10.4.3, 10.4.5–10.4.8, 10.6.1–10.7.3',
    2,
    'Codes, refresh tokens, consent and ID tokens of our own',
    none(
      'Programs get tokens for client credentials alone. The development provider refuses to start in production and is in no image.',
    ),
  ),
  item('10.5.1', 2, 'nonce', met(LIES)),
  item(
    '10.5.2',
    2,
    'Who it is, by a name that is nobody else’s',
    met(
      spec(
        'libs/access/person-of',
        "when another controller's staff is claimed by an issuer that does not speak for it",
      ),
    ),
  ),
  item('10.5.3', 2, 'Metadata of the issuer that was meant', met(LIES)),
  item('10.5.4', 2, 'aud', met(LIES)),
  item(
    '10.5.5',
    2,
    'Logout tokens are judged as such, once',
    met(LOGOUT, spec('test/api/sign-in-attacks', 'ends the session, once')),
  ),
  item('11.1.1', 2, 'How keys live', met(page('secrets', '# Secrets and keys'))),
  item('11.1.2', 2, 'Which keys and algorithms there are', met(page('secrets', '## Algorithms'))),
  item(
    '11.2.1',
    2,
    'Implementations of others',
    met(spec('test/security/asvs', 'takes digests, seals and keys from the platform alone')),
  ),
  item(
    '11.2.2',
    2,
    'Keys and algorithms can be changed',
    partly(
      'Keys can; another algorithm needs a new version.',
      spec('test/audit/export', 'gives way to another that it introduces'),
    ),
  ),
  item(
    '11.2.3',
    2,
    '128 bits of security',
    partly(
      'An issuer may sign with RSA of 2048 bits; its keys are its own.',
      spec('libs/access/machine-keys', 'of too few bits is weak'),
      spec('test/security/asvs', 'takes digests, seals and keys from the platform alone'),
    ),
  ),
  item(
    '11.3.1–11.3.3',
    2,
    'Ciphers and modes',
    met(spec('test/browser/reservrutin', 'is refused when somebody has changed %s')),
  ),
  item(
    '11.4.1',
    1,
    'Approved hash functions',
    met(spec('test/security/asvs', 'uses no hash function that is broken')),
  ),
  item(
    '11.4.2, 11.4.4',
    2,
    'Passwords, keys from passwords',
    met(
      spec(
        'test/browser/reservrutin',
        'has a key that browser and Node find alike, of words that are enough',
      ),
    ),
  ),
  item('11.4.3', 2, 'Hashes of 256 bits', met(spec('test/audit/tampering', 'is found out: %s'))),
  item(
    '11.5.1',
    2,
    'Random values of 128 bits',
    met(spec('test/security/asvs', 'takes random values from the system alone')),
  ),
  item(
    '11.6.1',
    2,
    'Approved signatures',
    met(
      spec('test/audit/tampering', 'is found out when all of it is written anew without the key'),
    ),
  ),
  item('12.1.1, 12.1.2', 2, 'TLS versions and ciphers', PROXY),
  item('12.1.3', 2, 'Client certificates', none('Not used.')),
  item(
    '12.2.1',
    1,
    'TLS to everybody outside',
    partly(
      'HSTS and Secure cookies are ours, the rest is the proxy’s.',
      spec('test/api/headers', 'in production tells browsers to come by TLS alone'),
    ),
  ),
  item('12.2.2', 1, 'Certificates that everybody trusts', PROXY),
  item(
    '12.3.1',
    2,
    'Every connection is encrypted',
    met(
      TLS,
      ...TLS_TRIED.slice(0, 1),
      spec('test/e2e/database-tls', 'is not gone in the clear when the server speaks no TLS'),
      spec('libs/config/internal-tls', 'is as private as that to Redis'),
      spec('test/api/process', 'in production over a network that anybody can listen to'),
    ),
  ),
  item('12.3.2', 2, 'Certificates are checked', met(TLS, ...TLS_TRIED)),
  item(
    '12.3.3',
    2,
    'TLS between our own programs',
    partly(
      'Tried by connecting for PostgreSQL; for Redis by its setting alone.',
      doc('docs/deployment.md', 'INTERNAL_TLS'),
      TLS,
      ...TLS_TRIED,
    ),
  ),
  item('12.3.4', 2, 'Certificates of our own authority only where said so', met(...TLS_TRIED)),
];
