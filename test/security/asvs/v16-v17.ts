import { item, met, none, partly, spec, type Item } from './item';

const LINES = spec(
  'test/api/log-lines',
  'tells when in UTC, what, where and in which trace; nothing else has a name there',
);

const TURNED_AWAY = spec(
  'test/api/log-lines',
  'tells of everybody who was turned away: 401, 403 and 429 are lines with their route',
);

const NOTHING_OF_ANYBODY = spec(
  'libs/observability/logger',
  'keeps back what an error says and holds, and tells its kind, code and place',
);

/** V16 Logs and errors, V17 WebRTC. */
export const LOGS_AND_ERRORS: readonly Item[] = [
  item(
    '16.1.1',
    2,
    'What is logged where is written down',
    met(spec('test/security/logging', 'are all in the inventory')),
  ),
  item(
    '16.2.1',
    2,
    'When, where, who, what',
    met(LINES, spec('test/api/audit', 'is noted with whose, before it is answered')),
  ),
  item(
    '16.2.2',
    2,
    'UTC, and clocks that agree',
    met(
      LINES,
      spec(
        'test/chaos/clock',
        'says that it differs ten minutes from the database, and reminds in time',
      ),
    ),
  ),
  item(
    '16.2.3',
    2,
    'Logs go where the inventory says',
    met(spec('test/security/logging', 'go to the one logger, which writes to standard output')),
  ),
  item(
    '16.2.4',
    2,
    'Logs can be read by programs',
    met(
      spec(
        'libs/observability/logger',
        'is one JSON object per line with level, time, process and message',
      ),
    ),
  ),
  item(
    '16.2.5',
    2,
    'Nothing in them that must not be',
    met(
      spec('test/api/nothing-told-outside', 'hold nothing of %s'),
      spec('test/api/nothing-told-outside', 'hold no token'),
    ),
  ),
  item(
    '16.3.1',
    2,
    'Sign-ins, taken and refused',
    met(
      spec('test/api/sign-in-attacks', 'has said so, and the log tells no claim, code or secret'),
    ),
  ),
  item(
    '16.3.2',
    2,
    'Everybody who was turned away',
    met(TURNED_AWAY, spec('test/api/audit', 'is noted with whose, before it is answered')),
  ),
  item(
    '16.3.3',
    2,
    'Attempts to get past',
    met(
      TURNED_AWAY,
      spec('test/api/sign-in-attacks', 'has said so, and the log tells no claim, code or secret'),
    ),
  ),
  item(
    '16.3.4',
    2,
    'Errors nobody expected',
    met(
      spec('test/api/nothing-told-outside', 'hold what happened: route, status, duration, trace'),
      spec(
        'libs/observability/last-resort',
        'ends the process with one line that says where, and nothing of anybody: %s',
      ),
    ),
  ),
  item(
    '16.4.1',
    2,
    'Nobody writes into them',
    met(
      spec(
        'test/api/log-lines',
        'cannot be written by a caller: each answer is one line, whatever was sent',
      ),
    ),
  ),
  item(
    '16.4.2',
    2,
    'Nobody changes them',
    met(
      spec('test/audit/tampering', 'is found out: %s'),
      spec('libs/store/append-only', 'logs that only grow'),
    ),
  ),
  item(
    '16.4.3',
    2,
    'They lie somewhere else too',
    partly(
      'Checkpoints and exports go to the controllers; the programs’ logs are taken from standard output by the site.',
      spec(
        'test/audit/export',
        'verifies without a database, with the checkpoints that were handed out',
      ),
    ),
  ),
  item(
    '16.5.1',
    2,
    'Errors tell callers nothing',
    met(
      spec(
        'test/api/problems',
        '%s is told as the catalogue has it, repeats nothing and writes nothing',
      ),
      NOTHING_OF_ANYBODY,
    ),
  ),
  item(
    '16.5.2',
    2,
    'Works on when others fail',
    met(
      spec(
        'test/chaos/redis-lost',
        'delays notices and reminders a little, loses none and doubles none',
      ),
      spec('test/api/without-database', 'says so, lives, writes nothing, and comes back by itself'),
    ),
  ),
  item(
    '16.5.3',
    2,
    'Fails closed',
    met(spec('test/api/audit', 'reads nothing when it cannot be noted')),
  ),
  item(
    '16.5.4',
    3,
    'A handler of last resort',
    met(
      spec(
        'libs/observability/last-resort',
        'ends the process with one line that says where, and nothing of anybody: %s',
      ),
    ),
  ),
  item('17.1.1–17.3.2', 2, 'WebRTC', none('Not used.')),
];
