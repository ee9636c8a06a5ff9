import { randomUUID } from 'node:crypto';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, query, type Accepted } from '@hemgang/testing';

/** A nurse of another ward, and a coordinator of a municipality that is no party. */
const OTHER_WARD = 'erik-sandstrom-nus-medicin-2';
const STRANGER_UNIT = 'vannas-bistand';

interface Case {
  readonly name: string;
  /** Null: somebody at a unit that is no party. */
  readonly user: string | null;
  readonly command: string;
  /** Made when the county is open: times are its clock's. */
  readonly body?: () => unknown;
  readonly more?: { readonly ifVersion?: number };
  readonly code: string;
}

describe('a refused command', () => {
  let county: County;
  let told: Accepted;
  let stranger: string;

  beforeAll(async () => {
    county = await County.open();
    told = await county.told();
    const [assignment] = county.service.directory().assignmentsOf(STRANGER_UNIT);
    stranger = assignment?.id ?? '';
  });

  afterAll(() => county.close());

  const at = (hours: number) => plusMs(county.service.clock.now(), hours * HOUR_MS);

  const cases: readonly Case[] = [
    { name: 'by a stranger', user: null, command: 'acknowledge', code: 'NOT_FOUND' },
    { name: 'that is unknown', user: ANNA, command: 'fly-home', code: 'NOT_FOUND' },
    {
      name: 'of the other side',
      user: MARIA,
      command: 'discharge',
      code: 'ROLE_NOT_ALLOWED',
    },
    {
      name: "by the right role on the sender's side",
      user: OTHER_WARD,
      command: 'acknowledge',
      code: 'ROLE_NOT_ALLOWED',
    },
    {
      name: 'with an old version',
      user: MARIA,
      command: 'acknowledge',
      more: { ifVersion: 1 },
      code: 'VERSION_STALE',
    },
    {
      name: 'that the state does not take',
      user: MARIA,
      command: 'take-over',
      code: 'COMMAND_NOT_POSSIBLE',
    },
    {
      name: 'that hands a duty to somebody elsewhere',
      user: MARIA,
      command: 'hand-on',
      body: () => ({ duty: 'h2-1.svar.2', to: 'anna-lundgren' }),
      code: 'RULE_REFUSED',
    },
    {
      name: 'that names a coordinator of another municipality',
      user: MARIA,
      command: 'name-coordinator',
      body: () => ({ unit: STRANGER_UNIT }),
      code: 'RULE_REFUSED',
    },
    {
      name: 'with an unknown field',
      user: MARIA,
      command: 'acknowledge',
      body: () => ({ surprise: 1 }),
      code: 'PAYLOAD_INVALID',
    },
    {
      name: 'whose body is a list',
      user: MARIA,
      command: 'acknowledge',
      body: () => [],
      code: 'PAYLOAD_INVALID',
    },
    {
      name: 'that happened in the future',
      user: MARIA,
      command: 'acknowledge',
      body: () => ({ occurredAt: at(1) }),
      code: 'TIME_REFUSED',
    },
    {
      name: 'that happened before the admission',
      user: MARIA,
      command: 'acknowledge',
      body: () => ({ occurredAt: at(-1) }),
      code: 'TIME_REFUSED',
    },
    {
      name: 'for a handover that is not there',
      user: MARIA,
      command: 'acknowledge',
      body: () => ({ handover: 'h99-1' }),
      code: 'PAYLOAD_INVALID',
    },
    {
      name: 'of a message that is not there',
      user: MARIA,
      command: 'acknowledge',
      body: () => ({ messages: ['m99'] }),
      code: 'RULE_REFUSED',
    },
    {
      name: 'against a rule of the law',
      user: ANNA,
      command: 'discharge',
      code: 'RULE_REFUSED',
    },
    {
      name: 'on a duty of the other side',
      user: ANNA,
      command: 'take',
      body: () => ({ duty: 'h2-1.svar.2' }),
      code: 'COMMAND_NOT_POSSIBLE',
    },
  ];

  it.each(cases.map((refused) => [refused.name, refused] as const))(
    '%s writes its access line and nothing else',
    async (_, { user, command, body, more, code }) => {
      const before = await contentsOf(county.databaseUrl, 'access_log');
      const answer = await county.try(told.caseId, command, user ?? stranger, body?.() ?? {}, more);
      expect(answer).toMatchObject({ ok: false, refusal: { code } });
      expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
      if (code === 'NOT_FOUND' && command === 'fly-home') return;
      const [line] = await query<{ action: string }>(
        county.databaseUrl,
        'select action from access_log order by id desc limit 1',
      );
      expect(line?.action).toBe(`refused:${command}:${code}`);
    },
  );

  it('admission is refused the same way', async () => {
    const wrong: readonly [Record<string, unknown>, string][] = [
      [{}, 'PAYLOAD_INVALID'],
      [
        { ...county.admission(), patient: { number: '19460529-9818', name: 'X' } },
        'PAYLOAD_INVALID',
      ],
      [{ ...county.admission(), occurredAt: at(2) }, 'TIME_REFUSED'],
    ];
    for (const [body, code] of wrong) {
      const before = await contentsOf(county.databaseUrl, 'access_log');
      const answer = await county.service.answered.open(
        'discharges',
        { body, key: randomUUID() },
        county.reader(ANNA),
      );
      expect(answer).toMatchObject({ ok: false, refusal: { code } });
      expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    }
  });

  it('a second stay names the open one only to a party of it', async () => {
    const body = county.admission();
    const open = (user: string) =>
      county.service.answered.open('discharges', { body, key: randomUUID() }, county.reader(user));
    const first = await open(ANNA);
    if (!first.ok) throw new Error(first.refusal.code);
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await open(ANNA)).toMatchObject({
      refusal: { code: 'STAY_ALREADY_OPEN', members: { case: first.caseId } },
    });
    const elsewhere = county.service
      .directory()
      .rows.assignments.find(
        ({ unit, roles }) => unit !== 'nus-medicin-2' && roles.includes('ward-staff'),
      );
    const other = await open(elsewhere?.id ?? '');
    expect(other).toMatchObject({ refusal: { code: 'STAY_ALREADY_OPEN' } });
    expect(JSON.stringify(other)).not.toContain(first.caseId);
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('an old stay whose patient has left does not hinder a new admission', async () => {
    const body = county.admission();
    const open = () =>
      county.service.answered.open('discharges', { body, key: randomUUID() }, county.reader(ANNA));
    const first = await open();
    if (!first.ok) throw new Error(first.refusal.code);
    const { caseId } = first;
    const now = county.service.clock.now();
    const expectedDischargeAt = plusMs(now, HOUR_MS);
    const receivers = ['umea-bistand-norr'];
    const notice = { receivers, expectedDischargeAt };
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, notice);
    const judgement = { physician: 'Erik Sandström', judgedAt: now };
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, judgement);
    const left = await county.give(caseId, 'discharge', ANNA);
    expect(left.view.state).toBe('left');
    expect(await open()).toMatchObject({ ok: true });
  });
});

describe('production', () => {
  it('refuses the numbers of test persons, and writes nothing', async () => {
    const county = await County.open('production');
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const incoming = { body: county.admission(), key: randomUUID() };
    const answer = await county.service.answered.open('discharges', incoming, county.reader(ANNA));
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'TEST_NUMBER_REFUSED' } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    expect(county.service.demo).toBeNull();
    await county.close();
  });
});
