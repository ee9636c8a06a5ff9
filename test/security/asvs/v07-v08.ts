import { doc, item, met, open, others, partly, spec, type Item } from './item';

const ENDS_UNUSED = spec(
  'test/api/sessions',
  'ends when nobody has used it, and an open stream is no use',
);
const GONE = spec(
  'test/api/sessions',
  'leads to nobody as soon as the assignment is gone, open streams too',
);
const ENDED = spec(
  'test/api/sessions',
  'is ended by an administrator of the controller, with a line in the access log',
);
const SAME_404 = spec(
  'test/api/command-contract',
  'looks the same for a case of others as for one that does not exist',
);
const ORDER = spec('test/api/command-contract', '401, body, key, 404, 403, 412, 409, 422');
const NEW_TOKEN = spec(
  'test/api/sign-in-attacks',
  'gives a new token at every sign-in, and ends the one of before (fixation)',
);
const SECRECY = spec(
  'libs/cases/secrecy',
  'is seen by no other authority, neither in the case nor in what has happened',
);

const POLICY = spec(
  'test/architecture/permissions',
  'has a row for every operation of the API, and none besides',
);
const SECOND_WALL = spec(
  'libs/cases/second-wall',
  'no read gives a foreign row, whoever asks and for whatever',
);

/** V7 Sessions, V8 authorisation. */
export const SESSIONS_AND_RIGHTS: readonly Item[] = [
  item(
    '7.1.1–7.1.3',
    2,
    'How long sessions last, how many, and together with providers',
    met(doc('docs/adr/0021-how-a-person-gets-in.md', 'Idle 30 minutes, at most 10 hours')),
  ),
  item(
    '7.2.1',
    1,
    'Tokens are judged by the server',
    met(spec('test/api/every-operation', 'takes no other token than one of its own')),
  ),
  item('7.2.2', 1, 'Tokens are made for each session', met(NEW_TOKEN)),
  item(
    '7.2.3',
    1,
    'Random, 128 bits or more',
    met(
      spec(
        'libs/store/session-store',
        'leave nothing in the database that could be used as a token',
      ),
    ),
  ),
  item(
    '7.2.4',
    1,
    'A new one at every sign-in',
    met(
      NEW_TOKEN,
      spec(
        'test/api/sessions',
        'goes over to another of her assignments under a new token, and only to hers',
      ),
    ),
  ),
  item('7.3.1', 2, 'Ends unused', met(ENDS_UNUSED)),
  item(
    '7.3.2',
    2,
    'Ends at the latest',
    met(
      spec(
        'libs/store/session-store',
        'are found by their token until they expire, with all that is known of the sign-in',
      ),
    ),
  ),
  item(
    '7.4.1',
    1,
    'Signing out ends it; nothing by the back button',
    met(
      spec('test/api/sign-in', 'ends with signing out'),
      spec('test/browser/hardening', 'show nothing of a patient by the back button'),
    ),
  ),
  item('7.4.2', 1, 'A leaver is out at once', met(GONE)),
  item(
    '7.4.3, 7.5.1',
    2,
    'Changed factors, accounts',
    others('The identity provider has the factors.'),
  ),
  item(
    '7.4.4',
    2,
    'Signing out is easy to find',
    met(spec('test/browser/hardening', 'show nothing of a patient by the back button')),
  ),
  item('7.4.5', 2, 'Administrators end sessions', met(ENDED)),
  item(
    '7.5.2',
    2,
    'One sees and ends one’s own sessions',
    open('Somebody sees the present one; others of hers only her administrator.'),
  ),
  item(
    '7.6.1',
    2,
    'Provider and session end together',
    met(spec('test/api/sign-in-attacks', 'ends the session, once')),
  ),
  item(
    '7.6.2',
    2,
    'No session without the person doing something',
    met(spec('test/api/sign-in-attacks', 'refuses what this browser has not asked for')),
  ),
  item(
    '8.1.1',
    1,
    'Who may what is written down',
    met(
      spec(
        'test/api/description',
        'tells of every command its words in both languages, its rule and its roles',
      ),
    ),
  ),
  item('8.1.2', 2, 'Down to the field', met(POLICY, doc('docs/permissions.md', '#'))),
  item(
    '8.1.4',
    3,
    'What else decides',
    met(doc('docs/adr/0021-how-a-person-gets-in.md', 'Step-up is a fact of the session')),
  ),
  item('8.2.1', 1, 'Functions for who may', met(ORDER, POLICY)),
  item('8.2.2', 1, 'Cases for their parties (BOLA)', met(SAME_404, SECOND_WALL)),
  item(
    '8.2.3',
    2,
    'Fields for who may (BOPLA)',
    met(
      SECRECY,
      spec(
        'libs/cases/settlement/settlements',
        'is opened with both sides’ rows: the region knows whose they are, the municipality does not',
      ),
    ),
  ),
  item(
    '8.2.4',
    3,
    'Time, place and device decide',
    partly(
      'How lately and how strongly somebody proved who she is does; place and device do not: staff move between wards and homes.',
      spec(
        'test/api/sign-in-attacks',
        'steps up the person whose session it is, when she has just proved who she is',
      ),
    ),
  ),
  item('8.3.1', 1, 'The server decides', met(ORDER, SAME_404)),
  item('8.3.2', 3, 'A right that is taken away is gone at once', met(GONE, ENDED)),
  item(
    '8.3.3',
    3,
    'The one who asks decides, not a service between',
    met(
      spec(
        'libs/store/database',
        'refuses a question that comes after the commit of a read at once',
      ),
      spec('test/audit/list-lines', 'keeps what the one who asks was signed in for'),
    ),
  ),
  item(
    '8.4.1',
    2,
    'No authority touches another’s',
    met(SAME_404, SECOND_WALL, spec('test/api/stream', 'tells a stranger nothing')),
  ),
  item(
    '8.4.2',
    3,
    'Administrators prove more',
    partly('Role, controller and a fresh proof; the device is the site’s.', ENDED),
  ),
];
