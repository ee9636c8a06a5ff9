import { newKey } from '@hemgang/access';
import { query, recordFinding, settled } from '@hemgang/testing';
import { CUT_OFF, SealedCounty, type Verified } from './sealed-county.fixture';

/** Each attack verifies the whole log once or twice. */
jest.setTimeout(120_000);

/** Statements that leave the table as it was are taken back by a copy of all that is attacked. */
const TABLES = [
  'events',
  'access_log',
  'access_patients',
  'seal_batches',
  'sealed_lines',
  'seal_keys',
  'seal_checkpoints',
  'seal_head',
];

/** The last line but some of a kind, so that a whole batch lies behind it. */
const ACCESS = `(select access_id from sealed_lines where access_id is not null order by number limit 1)`;
const EVENT = `(select number from sealed_lines where seq is not null order by number limit 1)`;

/** Forgets a line with its number, and numbers the others anew. */
const CLOSE_UP = [
  `delete from sealed_lines where number = 3`,
  `update sealed_lines set number = number + 10000 where number > 3`,
  `update sealed_lines set number = number - 10001 where number > 10000`,
];

const attacks: readonly (readonly [what: string, statements: readonly string[], fault: string])[] =
  [
    ['an action is changed', [`update access_log set action = 'x' where id = ${ACCESS}`], 'line'],
    [
      'a time is moved by a millisecond',
      [`update access_log set at = at + interval '1 ms' where id = ${ACCESS}`],
      'line',
    ],
    ['a purpose is added', [`update access_log set purpose = 'x' where id = ${ACCESS}`], 'line'],
    [
      'a patient of a list is exchanged',
      [`update access_patients set version = version + 1`],
      'line',
    ],
    ['a patient of a list is removed', [`delete from access_patients`], 'line'],
    [
      'an event is changed',
      [`update events set actor = actor || '{"x": 1}' where seq = 2`],
      'event',
    ],
    [
      'an event is changed with its hash',
      [`update events set actor = actor || '{"x": 1}', hash = sha256(hash) where seq = 2`],
      'line',
    ],
    ['a leaf is changed', [`update sealed_lines set leaf = sha256(leaf) where number = 4`], 'line'],
    [
      'a line of the access log is deleted',
      [`delete from access_log where id = ${ACCESS}`],
      'missing',
    ],
    ['an event is deleted', [`delete from events where seq = 1`], 'missing'],
    [
      'a line is deleted with its number',
      [
        `delete from access_log where id = ${ACCESS}`,
        `delete from sealed_lines where access_id = ${ACCESS}`,
      ],
      'numbering',
    ],
    ['a line is deleted, and the others numbered anew', CLOSE_UP, 'root'],
    [
      'a line and its salt are deleted',
      [
        `update sealed_lines set salt = null where number = ${EVENT}`,
        `delete from events where (case_id, seq) in (select case_id, seq from sealed_lines where salt is null)`,
      ],
      'missing',
    ],
    [
      'two lines change places',
      [
        `update sealed_lines set number = 1000 where number = 2`,
        `update sealed_lines set number = 2 where number = 3`,
        `update sealed_lines set number = 3 where number = 1000`,
      ],
      'root',
    ],
    ['a batch is deleted', [`delete from seal_batches where batch = 1`], 'numbering'],
    [
      'the time of a batch is moved',
      [`update seal_batches set at = at - interval '1 day' where batch = 1`],
      'chain',
    ],
    [
      'a checkpoint is moved',
      [`update seal_checkpoints set at = at - interval '1 day' where checkpoint = 1`],
      'signature',
    ],
    ['a checkpoint is deleted', [`delete from seal_checkpoints where checkpoint = 1`], 'numbering'],
    [
      'a row is slipped in among old ones',
      [
        `insert into access_log (at, action, tx) select at, 'read:case', '1' from access_log limit 1`,
      ],
      'unsealed',
    ],
    [
      'an event is slipped in among old ones',
      [
        `insert into events (case_id, seq, tx, type, occurred_at, recorded_at, actor, payload, given,
                           digests, results, hash)
       select case_id, 99, '1', type, occurred_at, recorded_at, actor, payload, given, digests,
              results, hash from events limit 1`,
      ],
      'unsealed',
    ],
  ];

/** Everything that was sealed is forgotten, to be sealed anew. */
const FORGET = [
  `delete from seal_checkpoints`,
  `delete from sealed_lines`,
  `delete from seal_batches`,
  `delete from seal_keys`,
  `update seal_head set lines = 0, batch = 0, chain = decode(repeat('00', 32), 'hex'),
     event_tx = '0', event_position = 0, access_tx = '0', access_id = 0`,
];

describe('a log that somebody has tampered with', () => {
  let sealed: SealedCounty;
  let checkpoints: string;
  const found: string[] = [];

  beforeAll(async () => {
    sealed = await SealedCounty.open();
    checkpoints = sealed.checkpointFile();
    for (const table of [...TABLES, 'cases']) {
      await query(sealed.url, `create table kept_${table} as select * from ${table}`);
    }
  });

  afterEach(async () => {
    const back = [...TABLES, 'cases'].flatMap((table) => [
      `delete from ${table}`,
      `insert into ${table} overriding system value select * from kept_${table}`,
    ]);
    await sealed.attack(...back);
  });

  afterAll(async () => {
    recordFinding('tampering', {
      promise: 'R13: whoever rewrites the log is found',
      figures: {
        'kinds of tampering tried': attacks.length + 4,
        'kinds found': found.length,
      },
    });
    await sealed.close();
  });

  const see = (what: string, { code, fault }: Verified, expected: string): void => {
    expect({ what, code, fault: fault?.code }).toEqual({ what, code: 1, fault: expected });
    found.push(what);
  };

  it('is sound as long as nobody has', async () => {
    expect(await sealed.verify('--checkpoints', checkpoints)).toMatchObject({
      code: 0,
      fault: null,
      hidden: 0,
      checkpoints: 2,
      agreeing: 2,
      lost: 0,
    });
  });

  it.each(attacks)('is found out: %s', async (what, statements, fault) => {
    await sealed.attack(...statements);
    see(what, await sealed.verify(), fault);
  });

  it('is found out by a checkpoint held outside when its end is cut off', async () => {
    await sealed.attack(...CUT_OFF);
    expect(await sealed.verify()).toMatchObject({ code: 0 });
    see('the end', await sealed.verify('--checkpoints', checkpoints), 'truncated');
  });

  it('is found out when all of it is written anew without the key', async () => {
    await sealed.attack(...FORGET, `update access_log set staff = 'somebody-else'`);
    await sealed.seal(sealed.sealerWith(newKey(), `${sealed.folder}/theirs`));
    see('without key', await sealed.verify('--checkpoints', checkpoints), 'signature');
  });

  it('is found out by a checkpoint held outside when all is written anew with the key', async () => {
    await sealed.attack(...FORGET, `update access_log set staff = 'somebody-else'`);
    await sealed.seal(sealed.sealerWith(sealed.pem, `${sealed.folder}/theirs`));
    expect(await sealed.verify()).toMatchObject({ code: 0 });
    see('with key', await sealed.verify('--checkpoints', checkpoints), 'rewritten');
  });

  it('is found out when nothing seals any more', async () => {
    await sealed.live();
    // Another suite's transaction could hold back what waits.
    await settled(sealed.url);
    see('nobody seals', await sealed.verify(), 'unsealed');
  });
});
