import { doc, item, met, none, open, others, partly, spec, type Item } from './item';

const IDP = others('The identity provider has the passwords, cards and codes; Hemgång has none.');

/** V5 Files, V6 authentication. */
export const FILES_AND_SIGN_IN: readonly Item[] = [
  item(
    '5.1.1',
    2,
    'Which files are taken is written down',
    met(doc('docs/notifications/messages.md', '## Files')),
  ),
  item(
    '5.2.1',
    1,
    'Files are no larger than can be handled',
    met(
      spec('test/api/attachments', 'is refused when it is too large, told beforehand or not (413)'),
    ),
  ),
  item(
    '5.2.2',
    1,
    'A file is what its name and its type say',
    met(
      spec('test/api/attachments', 'is refused when it is %s (415)'),
      spec('libs/cases/attachments/file-kind', '%s is two things at once'),
      spec('libs/cases/attachments/file-name', 'ends as files of its kind do: %s is no %s'),
    ),
  ),
  item(
    '5.2.3',
    2,
    'Packed files do not grow without an end',
    met(spec('test/api/attachments', 'is refused when it is packed (415)')),
  ),
  item(
    '5.3.1',
    1,
    'No file of users is run',
    met(spec('test/api/attachments', 'is kept and given back as it was: $type')),
  ),
  item(
    '5.3.2',
    1,
    'Paths of files are ours',
    met(spec('test/api/web-app', 'does not lead out of its folder: %s')),
  ),
  item(
    '5.4.1, 5.4.2',
    2,
    'Names of downloads are ours, or harmless',
    met(
      spec('test/api/settlements', 'is to be had as files, named after municipality and month'),
      spec('apps/api/attachments/content-disposition', 'can end no header and begin no other'),
    ),
  ),
  item(
    '5.4.3',
    2,
    'Files of strangers are searched',
    open(
      'Files of messages are not searched for malware; the computers that save them are to do it.',
    ),
  ),
  item(
    '6.1.1',
    1,
    'Limits against guessing are written down',
    met(doc('docs/deployment.md', '## Limits')),
  ),
  item('6.1.2', 2, 'Words that no password may be', IDP),
  item(
    '6.1.3',
    2,
    'Ways to sign in are written down',
    met(doc('docs/adr/0021-how-a-person-gets-in.md', '## Decision')),
  ),
  item('6.2.1–6.2.11', 2, 'Passwords', IDP),
  item(
    '6.3.1',
    1,
    'Guessing is stopped',
    met(spec('test/api/rate-limits', 'from one address without a session, %s, is told so')),
  ),
  item(
    '6.3.2',
    1,
    'No accounts that everybody knows',
    met(
      spec(
        'test/api/problems',
        'browsers come back over TLS only, and the description knows no demo',
      ),
      spec('test/api/process', 'is no identity provider in production'),
    ),
  ),
  item(
    '6.3.3',
    2,
    'More than one factor',
    met(spec('test/api/sign-in-attacks', 'refuses a token with $attack')),
  ),
  item(
    '6.3.4',
    2,
    'All ways in are as strong',
    partly(
      'Each issuer names the levels that it accepts; that they are as strong is the operator’s.',
      spec('test/api/sign-in-attacks', 'refuses a token with $attack'),
    ),
  ),
  item('6.4.1–6.4.4', 2, 'First passwords, lost factors', IDP),
  item('6.5.1–6.6.3', 2, 'Codes by other ways', IDP),
  item(
    '6.8.1',
    2,
    'One provider’s person is not another’s',
    met(spec('test/api/sign-in-attacks', 'refuses what another provider has answered (mix-up)')),
  ),
  item(
    '6.8.2',
    2,
    'Signatures of assertions are checked',
    met(spec('test/api/sign-in-attacks', 'refuses a token with $attack')),
  ),
  item('6.8.3', 2, 'SAML assertions once', none('No SAML.')),
  item(
    '6.8.4',
    2,
    'How strongly somebody signed in is checked',
    met(
      spec('test/api/sign-in-attacks', 'refuses a token with $attack'),
      spec(
        'test/api/sign-in-attacks',
        'steps up the person whose session it is, when she has just proved who she is',
      ),
    ),
  ),
];
