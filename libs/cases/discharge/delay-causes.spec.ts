import { addDays, HOUR_MS, localDate } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';
import { isRefusal } from '../envelope';
import type { DelayView } from './delay-types';

const DAY_MS = 24 * HOUR_MS;
/** Administers Norsjö, which has no part in any case here. */
const KENT = 'kent-astrom-norsjo-betalning';
const NOTE = 'Nämnden sammanträdde först på torsdagen.';
const COMMENT = 'Beslutet var fattat dagen innan.';

describe('why a patient waited', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const today = () => localDate(county.service.clock.now());

  const shown = async (caseId: string, user: string) => {
    const view = await county.service.views.case('discharges', caseId, county.reader(user));
    if (isRefusal(view)) throw new Error(view.code);
    return view;
  };
  const delayFor = async (caseId: string, user: string): Promise<DelayView> => {
    const { delay } = await shown(caseId, user);
    if (delay === null) throw new Error('nobody waited');
    return delay;
  };

  /** Anna's patient has waited three days, and today; Maria has answered nothing. */
  const waited = async () => {
    const { caseId } = await county.told();
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    const firstDay = today();
    await county.service.advanceClock(3 * DAY_MS);
    return { caseId, firstDay };
  };

  /** Maria says why for two of the days, with words of hers. */
  const said = async () => {
    const { caseId, firstDay } = await waited();
    const lastDay = addDays(firstDay, 1);
    const body = { firstDay, lastDay, cause: 'beslut-ej-klart', note: NOTE };
    const ground = { disclosure: { ground: 'OSL_10_2' } };
    const before = await told();
    const { view } = await county.give(caseId, 'set-delay-cause', MARIA, { ...body, ...ground });
    return { caseId, firstDay, lastDay, view, before };
  };
  const told = () =>
    query(county.databaseUrl, `select key from outbox where job = 'deliver-notices'`);

  it('is unknown at first, with what the open duties suggest, which counts for nothing', async () => {
    const { caseId, firstDay } = await waited();
    const delay = await delayFor(caseId, ANNA);
    expect(delay).toMatchObject({ days: 3, unknownDays: 3, list: { version: 1 } });
    expect(delay.slices).toMatchObject([{ firstDay, days: 3, cause: 'okand', id: null }]);
    expect(delay.suggestions).toMatchObject([
      { firstDay, days: 3, cause: 'beslut-ej-klart', unit: { id: 'umea-bistand-norr' } },
    ]);
    expect(delay.suggestions[0]?.why).toMatch(/^”Svara om .+” var inte gjort hos .+ – /);
  });

  it('is said by one side and seen by both, without a notice; a third sees no case', async () => {
    const { caseId, firstDay, lastDay, before } = await said();
    expect(await told()).toEqual(before);
    const slice = { firstDay, lastDay, days: 2, cause: 'beslut-ej-klart', id: 'o4', note: NOTE };
    const unit = { id: 'umea-bistand-norr' };
    const [ofMaria, ofAnna] = await Promise.all(
      [MARIA, ANNA].map((user) => delayFor(caseId, user)),
    );
    expect(ofMaria?.slices[0]).toMatchObject({ ...slice, unit, isOwn: true });
    expect(ofAnna?.slices[0]).toMatchObject({ ...slice, unit, isOwn: false });
    expect(ofAnna).toMatchObject({ days: 3, unknownDays: 1, suggestions: [{ days: 1 }] });
    await expect(shown(caseId, KENT)).rejects.toThrow('NOT_FOUND');
    const log = await query(
      county.databaseUrl,
      `select payload from events where case_id = '${caseId}' and type = 'set-delay-cause'`,
    );
    expect(log).toEqual([{ payload: { firstDay, lastDay, cause: 'beslut-ej-klart' } }]);
  });

  it('is commented by the other side, and both read it; struck, it is as it was', async () => {
    const { caseId, before } = await said();
    const comment = { setting: 'o4', comment: COMMENT, disclosure: { ground: 'OSL_10_2' } };
    await county.give(caseId, 'comment-delay-cause', ANNA, comment);
    for (const user of [MARIA, ANNA]) {
      expect((await delayFor(caseId, user)).slices[0]?.comments).toMatchObject([
        { unit: { id: 'nus-medicin-2' }, text: COMMENT },
      ]);
    }
    expect(await told()).toEqual(before);
    await county.give(caseId, 'makulera-event', MARIA, { event: 4, reason: 'Fel orsak.' });
    expect(await delayFor(caseId, ANNA)).toMatchObject({ unknownDays: 3, slices: [{ days: 3 }] });
  });

  it('is refused where it does not fit, and then nothing is written', async () => {
    const { caseId, firstDay } = await said();
    const one = (day: string, cause = 'transport') => ({ firstDay: day, lastDay: day, cause });
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const refusals = [
      ['set-delay-cause', ANNA, one(addDays(firstDay, -1)), 'RULE_REFUSED'],
      ['set-delay-cause', ANNA, one(today()), 'RULE_REFUSED'],
      ['set-delay-cause', ANNA, one(firstDay, 'dåligt-väder'), 'PAYLOAD_INVALID'],
      [
        'set-delay-cause',
        ANNA,
        { ...one(firstDay), lastDay: addDays(firstDay, -1) },
        'PAYLOAD_INVALID',
      ],
      ['set-delay-cause', KENT, one(firstDay), 'NOT_FOUND'],
      ['set-delay-cause', HELENA, one(firstDay), 'NOT_FOUND'],
      ['comment-delay-cause', MARIA, { setting: 'o4', comment: COMMENT }, 'RULE_REFUSED'],
      ['comment-delay-cause', ANNA, { setting: 'o3', comment: COMMENT }, 'RULE_REFUSED'],
    ] as const;
    for (const [command, user, body, code] of refusals) {
      const answer = await county.try(caseId, command, user, body);
      expect([command, answer]).toMatchObject([command, { ok: false, refusal: { code } }]);
    }
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('is nothing where nobody has waited a day', async () => {
    const { caseId } = await county.left();
    expect((await shown(caseId, ANNA)).delay).toBeNull();
    const body = { firstDay: today(), lastDay: today(), cause: 'transport' };
    expect(await county.try(caseId, 'set-delay-cause', ANNA, body)).toMatchObject({ ok: false });
  });
});
