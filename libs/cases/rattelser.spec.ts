import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { accepted, ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';
import type { DischargeView } from './discharge/discharge-view';
import type { EventView } from './event-view';

const ERIK = 'erik-sandstrom-nus-medicin-2';
const reason = 'Registrerat på fel patient.';

describe('rättelser of what was recorded', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  /** Admitted, told to Maria's and Helena's units, acknowledged by Maria. */
  const told = async (): Promise<string> => {
    const { caseId } = await county.admit();
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr', 'ersboda-halsocentral'],
      expectedDischargeAt: inHours(72),
    });
    await county.give(caseId, 'acknowledge', MARIA);
    return caseId;
  };
  const inHours = (hours: number) => plusMs(county.service.clock.now(), hours * HOUR_MS);
  const events = async (caseId: string, user: string): Promise<readonly EventView[]> => {
    const page = { cursor: null, limit: 200 };
    const found = await county.service.views.events(
      'discharges',
      caseId,
      county.reader(user),
      page,
    );
    if ('code' in found) throw new Error(found.code);
    return found.items;
  };
  const view = async (caseId: string, user: string): Promise<DischargeView> => {
    const found = await county.service.views.case('discharges', caseId, county.reader(user));
    if ('code' in found) throw new Error(found.code);
    return found;
  };
  const eventOf = (found: readonly EventView[], seq: number) => found.find((e) => e.seq === seq);

  it('a correction says what was computed anew and tells those who got the original', async () => {
    const caseId = await told();
    const expectedDischargeAt = inHours(96);
    await county.give(caseId, 'correct', ERIK, { event: 2, expectedDischargeAt, reason });
    const seen = await view(caseId, MARIA);
    expect(seen.expectedDischargeAt).toBe(expectedDischargeAt);
    expect(seen.entries.at(-1)).toMatchObject({ seq: 4, entry: 'rattelse', body: { reason } });
    const found = await events(caseId, MARIA);
    expect(eventOf(found, 2)).toMatchObject({ correctedBy: [4], struckBy: null });
    const rattelse = eventOf(found, 4);
    expect(rattelse).toMatchObject({
      type: 'correct',
      corrects: 2,
      facts: { event: 2, expectedDischargeAt },
      told: [{ id: 'umea-bistand-norr' }, { id: 'ersboda-halsocentral' }],
    });
    expect(rattelse?.moved.map(({ id, after }) => [id, after.dueAt])).toEqual([
      ['discharge.beraknad-utskrivning.2', expectedDischargeAt],
      ['h2-2.fast-vardkontakt.2', expectedDischargeAt],
    ]);
    const rows = await query<{ receiver: string; entry: string }>(
      county.databaseUrl,
      `select receiver, task ->> 'entry' as entry from outbox where case_id = $1 and seq = 4 order by id`,
      [caseId],
    );
    expect(rows.map(({ receiver, entry }) => [receiver, entry])).toEqual([
      ['umea-bistand-norr', 'rattelse'],
      ['ersboda-halsocentral', 'rattelse'],
    ]);
    const [{ state: stored } = { state: '' }] = await query<{ state: string }>(
      county.databaseUrl,
      'select (payload::text || given::text) as state from events where case_id = $1 and seq = 4',
      [caseId],
    );
    expect(stored).not.toContain(reason);
  });

  it('a struck event stays with its content, struck through, and is told to the other side', async () => {
    const caseId = await told();
    await county.give(caseId, 'answer', HELENA, { answer: 'not-known', comment: 'Ej listad.' });
    const struck = await county.give(caseId, 'makulera-event', HELENA, { event: 4, reason });
    expect(struck.view.duties).toContainEqual(
      expect.objectContaining({ id: 'h2-2.svar.5', closedAt: null }),
    );
    const seen = await view(caseId, ANNA);
    expect(seen.entries.find(({ seq }) => seq === 4)).toMatchObject({
      struckBy: 5,
      body: { comment: 'Ej listad.' },
    });
    expect(seen.entries.at(-1)).toMatchObject({ entry: 'makulering', body: { reason } });
    expect(eventOf(await events(caseId, ANNA), 4)).toMatchObject({ struckBy: 5 });
    // The other receiver had not got the answer, and so does not learn why it was struck.
    const other = await view(caseId, MARIA);
    expect(JSON.stringify(other.entries)).not.toContain(reason);
  });

  it('a kvittens is corrected only visibly', async () => {
    const caseId = await told();
    const before = (await view(caseId, ANNA)).parties.find(({ id }) => id === 'h2-1');
    expect(before?.acknowledgedAt).not.toBeNull();
    await county.give(caseId, 'makulera-event', MARIA, { event: 3, reason });
    const after = await view(caseId, ANNA);
    expect(after.parties.find(({ id }) => id === 'h2-1')?.acknowledgedAt).toBeNull();
    expect(after.handovers[0]?.unacknowledged).toMatchObject([{ id: 'm2' }]);
    expect(eventOf(await events(caseId, ANNA), 3)).toMatchObject({ struckBy: 4 });
  });

  it('each reader is offered what her unit may correct and strike', async () => {
    const caseId = await told();
    const offered = async (user: string) =>
      (await events(caseId, user)).map(({ mayCorrect, mayMakulera }) => [mayCorrect, mayMakulera]);
    expect(await offered(ANNA)).toEqual([
      [['admittedAt', 'needs'], false],
      [['expectedDischargeAt'], true],
      [[], false],
    ]);
    expect(await offered(MARIA)).toEqual([
      [[], false],
      [[], false],
      [[], true],
    ]);
    const names = async (user: string) =>
      (await view(caseId, user)).allowedCommands.map(({ name }) => name);
    expect(await names(ANNA)).toEqual(expect.arrayContaining(['correct', 'makulera-event']));
    expect(await names(MARIA)).toEqual(expect.arrayContaining(['correct', 'makulera-event']));
    // Helena's unit has made nothing yet.
    const helena = await view(caseId, HELENA);
    expect(helena.allowedCommands.map(({ name }) => name)).not.toContain('makulera-event');
    expect(helena.otherCommands).toContainEqual(
      expect.objectContaining({
        name: 'makulera-event',
        whyNot: expect.stringContaining('den enhet som registrerade händelsen'),
      }),
    );
  });

  it('a repeat with the same key is one rättelse', async () => {
    const caseId = await told();
    const body = { event: 3, reason };
    const first = accepted(await county.try(caseId, 'makulera-event', MARIA, body, { key: 'k1' }));
    const second = accepted(await county.try(caseId, 'makulera-event', MARIA, body, { key: 'k1' }));
    expect([first.version, second.version, second.replayed]).toEqual([4, 4, true]);
  });

  describe('a refused one', () => {
    let caseId: string;

    beforeAll(async () => {
      caseId = await told();
      await county.give(caseId, 'mark-utskrivningsklar', ANNA, {
        physician: 'Erik Sandström',
        judgedAt: county.service.clock.now(),
      });
      await county.give(caseId, 'makulera-event', MARIA, { event: 3, reason });
    });

    const rows: readonly (readonly [string, string, string, object, string, RegExp?])[] = [
      ['of an unknown event', ANNA, 'makulera-event', { event: 99, reason }, 'PAYLOAD_INVALID'],
      ['without a reason', ANNA, 'makulera-event', { event: 4 }, 'PAYLOAD_INVALID'],
      ['by another unit', MARIA, 'makulera-event', { event: 4, reason }, 'ROLE_NOT_ALLOWED'],
      [
        'of a struck event',
        MARIA,
        'makulera-event',
        { event: 3, reason },
        'COMMAND_NOT_POSSIBLE',
        /redan makulerad/,
      ],
      [
        'of a makulering',
        MARIA,
        'makulera-event',
        { event: 5, reason },
        'COMMAND_NOT_POSSIBLE',
        /på nytt/,
      ],
      [
        'that later events rest on',
        ANNA,
        'makulera-event',
        { event: 2, reason },
        'COMMAND_NOT_POSSIBLE',
        /Makulera först 4/,
      ],
      ['without a fact', ANNA, 'correct', { event: 1, reason }, 'PAYLOAD_INVALID'],
      [
        'of a fact that is not told',
        ANNA,
        'correct',
        { event: 1, leftAt: '2026-03-02T08:00:00.000Z', reason },
        'PAYLOAD_INVALID',
      ],
      [
        'to an impossible time',
        ANNA,
        'correct',
        { event: 1, admittedAt: '2099-03-02T08:00:00.000Z', reason },
        'RULE_REFUSED',
        /går inte ihop/,
      ],
      [
        "of another unit's fact",
        MARIA,
        'correct',
        { event: 1, admittedAt: '2020-03-02T08:00:00.000Z', reason },
        'ROLE_NOT_ALLOWED',
      ],
      [
        'for a handover',
        MARIA,
        'makulera-event',
        { event: 3, reason, handover: 'h2-1' },
        'PAYLOAD_INVALID',
      ],
    ];

    it.each(rows.map((row) => [row[0], row] as const))(
      '%s writes its access line and nothing else',
      async (_what, [, user, name, body, code, words = /./]) => {
        const before = await contentsOf(county.databaseUrl, 'access_log');
        const answer = await county.try(caseId, name, user, body);
        expect(answer).toMatchObject({ ok: false, refusal: { code } });
        expect(answer.ok ? '' : (answer.refusal.detail?.sv ?? 'utan egna ord')).toMatch(words);
        expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
      },
    );
  });

  it('a struck discharge is refused when the patient has been admitted anew', async () => {
    const body = county.admission();
    const open = async () => {
      const incoming = { body, key: `${Math.random()}` };
      return accepted(
        await county.service.answered.open('discharges', incoming, county.reader(ANNA)),
      ).caseId;
    };
    const caseId = await open();
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr'],
      expectedDischargeAt: inHours(1),
    });
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'Erik S', judgedAt });
    await county.give(caseId, 'discharge', ANNA);
    const anew = await open();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const answer = await county.try(caseId, 'makulera-event', ANNA, { event: 4, reason });
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'STAY_ALREADY_OPEN', members: { case: anew } },
    });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  describe('after the case has moved to the right person', () => {
    const moved = async (): Promise<string> => {
      const caseId = await told();
      await county.give(caseId, 'answer', HELENA, { answer: 'not-known' });
      const { patient } = county.admission();
      await county.give(caseId, 'move-wrong-person', ANNA, { patient, reason });
      return caseId;
    };
    const outbox = (caseId: string) =>
      query<{ receiver: string; seq: number }>(
        county.databaseUrl,
        `select receiver, seq from outbox where case_id = $1 order by id`,
        [caseId],
      );

    it('tells nobody who should never have known', async () => {
      const caseId = await moved();
      await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
        receivers: ['umea-hemsjukvard-norr'],
        expectedDischargeAt: inHours(72),
      });
      const before = await outbox(caseId);
      const expectedDischargeAt = inHours(96);
      await county.give(caseId, 'correct', ANNA, { event: 6, expectedDischargeAt, reason });
      const after = (await outbox(caseId)).slice(before.length);
      expect(after.map(({ receiver }) => receiver)).toEqual(['umea-hemsjukvard-norr']);
      const stub = await view(caseId, MARIA);
      expect(JSON.stringify([stub, await events(caseId, MARIA)])).not.toContain(
        expectedDischargeAt,
      );
    });

    it('what had been told before it can be corrected by nobody, and nothing is written', async () => {
      const caseId = await moved();
      const before = await contentsOf(county.databaseUrl, 'access_log');
      const expectedDischargeAt = inHours(96);
      const corrected = { event: 2, expectedDischargeAt, reason };
      expect(await county.try(caseId, 'correct', ANNA, corrected)).toMatchObject({
        refusal: {
          code: 'COMMAND_NOT_POSSIBLE',
          detail: { sv: expect.stringContaining('fel person') },
        },
      });
      for (const [user, event] of [
        [MARIA, 3],
        [HELENA, 4],
      ] as const) {
        expect(await county.try(caseId, 'makulera-event', user, { event, reason })).toMatchObject({
          refusal: { code: 'ROLE_NOT_ALLOWED' },
        });
      }
      expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    });

    it('the admission itself can, and tells nobody', async () => {
      const occurredAt = inHours(-5);
      const caseId = (await county.admit({ ...county.admission(), occurredAt })).caseId;
      const { patient } = county.admission();
      await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
        receivers: ['umea-bistand-norr'],
        expectedDischargeAt: inHours(72),
      });
      await county.give(caseId, 'move-wrong-person', ANNA, { patient, reason });
      const before = await outbox(caseId);
      const admittedAt = inHours(-6);
      await county.give(caseId, 'correct', ANNA, { event: 1, admittedAt, reason });
      expect(await outbox(caseId)).toEqual(before);
      expect((await view(caseId, ANNA)).openedAt).toBe(admittedAt);
    });
  });
});
