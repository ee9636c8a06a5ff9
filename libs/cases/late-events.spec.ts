import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { accepted, ANNA, contentsOf, County, MARIA } from '@hemgang/testing';

describe('what is told late', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const ago = (hours: number) => plusMs(county.service.clock.now(), -hours * HOUR_MS);

  /** In hospital from ten hours ago until two hours ago. */
  const left = async () => {
    const body = county.admission();
    const { caseId } = await county.admit({ ...body, occurredAt: ago(10) });
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr'],
      expectedDischargeAt: ago(2),
      occurredAt: ago(9),
    });
    const judgedAt = ago(3);
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.give(caseId, 'discharge', ANNA, { occurredAt: ago(2) });
    return { caseId, body };
  };

  const open = (body: object) =>
    county.service.answered.open(
      'discharges',
      { body, key: `${Math.random()}` },
      county.reader(ANNA),
    );

  it.each([
    ['the same admission once more', 10],
    ['an admission in the middle of it', 5],
    ['an older admission', 100],
  ])('opens nothing after the patient has left: %s', async (_what, hours) => {
    const { body } = await left();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await open({ ...body, occurredAt: ago(hours) })).toMatchObject({
      ok: false,
      refusal: { code: 'TIME_REFUSED', errors: [{ path: '/occurredAt' }] },
    });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('a readmission that is told late is one', async () => {
    const { caseId, body } = await left();
    const again = accepted(await open({ ...body, occurredAt: ago(1) }));
    expect(again.view.previous?.id).toBe(caseId);
  });

  it('an admission in the place of a stay that was entered in error is one', async () => {
    const body = county.admission();
    const { caseId } = await county.admit({ ...body, occurredAt: ago(10) });
    await county.give(caseId, 'makulera-case', ANNA, { reason: 'Fel avdelning.' });
    expect(await open({ ...body, occurredAt: ago(9) })).toMatchObject({ ok: true });
  });

  it.each([
    ['change-expected-discharge', ANNA, () => ({ expectedDischargeAt: ago(-24) })],
    ['mark-utskrivningsklar', ANNA, () => ({ physician: 'E. S.', judgedAt: ago(4) })],
    ['withdraw-utskrivningsklar', ANNA, () => ({ reason: 'Feber.' })],
    ['note-permission', ANNA, () => ({ from: ago(5), until: ago(4) })],
    ['request-move', ANNA, () => ({ unit: 'lycksele-medicin' })],
    ['start-planning', MARIA, () => ({})],
  ])('an old %s changes nothing after the end', async (name, user, payload) => {
    const { caseId } = await left();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const answer = await county.try(caseId, name, user, { ...payload(), occurredAt: ago(4) });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'COMMAND_NOT_POSSIBLE' } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('an old answer is taken with its own time; what lapsed at the end stays lapsed', async () => {
    const { caseId } = await left();
    const occurredAt = ago(8);
    await county.give(caseId, 'acknowledge', MARIA, { messages: ['m2'], occurredAt });
    const answer = { answer: 'not-known', occurredAt };
    const { view } = await county.give(caseId, 'answer', MARIA, answer);
    expect(view.state).toBe('left');
    expect(view.duties.find(({ key }) => key === 'svar')).toMatchObject({
      outcome: 'lapsed',
      closedAt: view.endedAt,
    });
    expect(view.handovers[0]).toMatchObject({ answer: 'not-known' });
  });
});
