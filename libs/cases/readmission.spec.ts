import { randomUUID } from 'node:crypto';
import { isRefusal, type DischargeView } from '@hemgang/cases';
import { demoPatient } from '@hemgang/demo';
import { HOUR_MS } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, query } from '@hemgang/testing';

/** Physician of another ward of the same region. */
const OTHER_WARD = 'johan-holmgren-nus-geriatrik-1';
const DAY_MS = 24 * HOUR_MS;

/** Never admitted by anybody here. */
const somebodyElse = (() => {
  const { number, name, address, municipality } = demoPatient(90);
  return { number, name, address, municipality };
})();

interface Logged {
  readonly type: string;
  readonly given: object;
  readonly payload: object;
  readonly actor: object;
}

describe('a patient who comes back', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const events = (caseId: string) =>
    query<Logged>(
      county.databaseUrl,
      `select type, given, payload, actor from events where case_id = '${caseId}' order by seq`,
    );

  /** Does what the worker does with all that waits; facts are even told twice at once. */
  const work = async (): Promise<void> => {
    const { outbox, linkedFacts, clock } = county.service;
    for (;;) {
      const ids = (await outbox.claim(500, clock.now())).map(({ id }) => id);
      if (ids.length === 0) return;
      await Promise.all([linkedFacts.tell(ids), linkedFacts.tell(ids)].map(settled));
      await linkedFacts.tell(ids);
      await outbox.handleNotices(ids, clock.now());
    }
  };

  const view = async (caseId: string, user: string): Promise<DischargeView> => {
    const shown = await county.service.views.case('discharges', caseId, county.reader(user));
    if (isRefusal(shown)) throw new Error(shown.code);
    return shown;
  };

  /** Left and back: the old case and the new one, of one patient. */
  const comeBack = async (after: number, user: string = ANNA) => {
    const body = county.admission();
    const old = await county.left(body);
    if (after > 0) await county.service.advanceClock(after);
    return { old, fresh: await county.admit(body, user) };
  };

  it('has a new stay that names the old one, without anything of the patient', async () => {
    const { old, fresh } = await comeBack(6 * HOUR_MS);
    const [admitted] = await events(fresh.caseId);
    expect(admitted?.given).toEqual({
      person: { number: 'personnummer', is: 'known', municipality: expect.any(String) },
      previous: { case: old.caseId, endedAt: old.view.endedAt },
      workflow: { version: 1, hash: expect.any(String) },
      agreement: expect.objectContaining({ id: expect.any(String) }),
    });
    // The new stay has 24 hours of its own.
    expect(fresh.view.duties).toEqual([
      expect.objectContaining({ key: 'inskrivningsmeddelande', openedAt: fresh.view.openedAt }),
    ]);
    expect((await view(old.caseId, ANNA)).endedAt).toBe(old.view.endedAt);
  });

  it('has the old plan and what was late shown with the new stay', async () => {
    const { old, fresh } = await comeBack(2 * DAY_MS, OTHER_WARD);
    expect(fresh.view.previous).toMatchObject({
      id: old.caseId,
      endedAt: old.view.endedAt,
      ward: { id: 'nus-medicin-2' },
      handovers: [{ unit: { id: 'umea-bistand-norr' }, word: 'leaving' }],
    });
    const late = fresh.view.previous?.late.map(({ key }) => key) ?? [];
    expect(late).toContain('overtagande');
    expect(late).toContain('kvittens');
    const lines = await query<{ action: string }>(
      county.databaseUrl,
      `select action from access_log where case_id = '${old.caseId}'
       and assignment = '${OTHER_WARD}'`,
    );
    expect(lines).toEqual([{ action: 'read:previous-stay' }]);
  });

  it('is shown to a receiver only when it took part in the old stay', async () => {
    const { fresh, old } = await comeBack(0);
    const expectedDischargeAt = '2199-01-01T10:00:00.000Z';
    const receivers = ['umea-bistand-norr', 'vannas-bistand'];
    await county.give(fresh.caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers,
      expectedDischargeAt,
    });
    const [stranger] = county.service.directory().assignmentsOf('vannas-bistand');
    expect((await view(fresh.caseId, MARIA)).previous?.id).toBe(old.caseId);
    expect((await view(fresh.caseId, stranger?.id ?? '')).previous).toBeNull();
  });

  it('ends everything that waits for her in the old case, in one step', async () => {
    const { old, fresh } = await comeBack(0);
    await work();
    const told = await view(old.caseId, MARIA);
    expect(told.version).toBe(old.version + 1);
    expect(told.duties.filter(({ closedAt }) => closedAt === null)).toEqual([]);
    expect(told).toMatchObject({
      state: 'closed',
      endedAt: old.view.endedAt,
      readmission: { case: fresh.caseId, at: fresh.view.openedAt },
      handovers: [{ word: 'ended' }],
    });
    expect(told.duties).toContainEqual(
      expect.objectContaining({ key: 'overtagande', outcome: 'lapsed' }),
    );
    const log = await events(old.caseId);
    expect(log.at(-1)).toEqual({
      type: 'patient-readmitted',
      payload: { case: fresh.caseId, seq: 1 },
      given: { closed: false, kept: { machines: expect.any(Object) } },
      actor: { system: 'linked-case' },
    });
    const notices = await query<{ unit: string }>(
      county.databaseUrl,
      `select unit from notices where case_id = '${old.caseId}' and entry = 'aterinskriven'`,
    );
    expect(notices).toEqual([{ unit: 'umea-bistand-norr' }]);
  });

  it.each([
    ['makulera-case', { reason: 'Skrevs in på fel rad.' }],
    ['strike-wrong-person', { reason: 'Har aldrig legat här.' }],
    ['move-wrong-person', { reason: 'Fel rad.', patient: somebodyElse }],
  ])('was not here after all (%s): what was called off holds again', async (command, body) => {
    const { old, fresh } = await comeBack(0);
    const open = async () =>
      (await view(old.caseId, MARIA)).duties
        .filter(({ closedAt }) => closedAt === null)
        .map(({ key, dueAt, openedAt }) => `${key} ${dueAt} ${openedAt}`)
        .sort();
    const before = await open();
    await work();
    expect(await open()).toEqual([]);
    await county.give(fresh.caseId, command, ANNA, body);
    await work();
    expect(await open()).toEqual(before);
    expect(await view(old.caseId, MARIA)).toMatchObject({
      state: 'left',
      closedAt: null,
      readmission: null,
      handovers: [{ word: 'leaving' }],
    });
    const notices = await query<{ unit: string }>(
      county.databaseUrl,
      `select unit from notices where case_id = '${old.caseId}' and entry = 'makulering'`,
    );
    expect(notices).toEqual([{ unit: 'umea-bistand-norr' }]);
    const page = { cursor: null, limit: 50 };
    const timeline = await county.service.views.events(
      'discharges',
      old.caseId,
      county.reader(MARIA),
      page,
    );
    if (isRefusal(timeline)) throw new Error(timeline.code);
    expect(timeline.items.slice(-2)).toMatchObject([
      { type: 'patient-readmitted', struckBy: old.view.version + 2 },
      { title: 'Patienten är inte inskriven igen – det som ställdes in gäller' },
    ]);
  });

  it('is only noted in a case that is closed', async () => {
    const body = county.admission();
    const old = await county.left(body);
    for (const command of ['acknowledge', 'answer', 'take-over'] as const) {
      const payload = command === 'answer' ? { answer: 'not-known' } : {};
      await county.try(old.caseId, command, MARIA, payload);
    }
    for (const command of ['send-utskrivningsinformation', 'give-patient-summary']) {
      await county.try(old.caseId, command, ANNA, { way: 'here', text: 'Går med rollator.' });
    }
    await county.try(old.caseId, 'acknowledge', MARIA);
    const closed = await view(old.caseId, MARIA);
    expect(closed.state).toBe('closed');
    const fresh = await county.admit(body);
    await work();
    const noted = await view(old.caseId, MARIA);
    expect(noted).toMatchObject({
      version: closed.version + 1,
      state: 'closed',
      closedAt: closed.closedAt,
      readmission: { case: fresh.caseId },
      handovers: [{ word: 'taken-over' }],
    });
    const notices = await query(
      county.databaseUrl,
      `select unit from notices where case_id = '${old.caseId}' and entry = 'aterinskriven'`,
    );
    expect(notices).toEqual([]);
  });

  it('is found also when nobody knows at the admission who she is', async () => {
    const body = county.admission();
    const old = await county.left(body);
    const unknown = { number: 'VB2026-004711', name: 'Okänd kvinna' };
    const fresh = await county.admit({ patient: unknown });
    expect(fresh.view.previous).toBeNull();
    const { patient } = body as { patient: object };
    const known = await county.give(fresh.caseId, 'identify-patient', ANNA, { patient });
    expect(known.view.previous?.id).toBe(old.caseId);
    await work();
    expect((await view(old.caseId, MARIA)).readmission?.case).toBe(fresh.caseId);
  });

  it('after more than the agreed days has a stay that follows on nothing', async () => {
    const { fresh } = await comeBack(30 * DAY_MS + HOUR_MS);
    expect(fresh.view.previous).toBeNull();
    const [admitted] = await events(fresh.caseId);
    expect(admitted?.given).not.toHaveProperty('previous');
  });

  it('but has not left cannot be admitted again, and nothing is written', async () => {
    const body = county.admission();
    await county.told(body);
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const incoming = { body, key: randomUUID() };
    const answer = await county.service.answered.open('discharges', incoming, county.reader(ANNA));
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'STAY_ALREADY_OPEN' } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });
});

/** Two that tell the same fact at once: one of them may lose. */
function settled(work: Promise<void>): Promise<void> {
  return work.catch(() => undefined);
}
