import { addDays, HOUR_MS, localDate } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, PETER, settled } from '@hemgang/testing';
import { isRefusal } from '../envelope';
import type { FigureView } from './figures';

const DAY_MS = 24 * HOUR_MS;

describe('how long patients wait for rehabilitation', () => {
  let county: County;

  beforeEach(async () => {
    county = await County.open();
  });
  afterEach(() => county.close());

  const today = () => localDate(county.service.clock.now());
  const figure = async (measure: string): Promise<FigureView> => {
    await settled(county.databaseUrl);
    while (await county.service.counted.keeping.round());
    const asked = { place: 'municipality:2480', from: addDays(today(), -60), to: today() };
    const { places } = county.service.counted;
    const answer = await places.read({ ...asked, by: 'month' }, county.reader(PETER));
    if (isRefusal(answer)) throw new Error(answer.code);
    const found = answer.figures.find((each) => each.measure === measure);
    if (found === undefined) throw new Error(measure);
    return found;
  };
  const register = (caseId: string, step: string, on: string) =>
    county.give(caseId, 'register-rehab', MARIA, { step, on });

  /** A stay that Maria's unit has taken over, so that nothing is left to do. */
  const closed = async (): Promise<string> => {
    const { caseId } = await county.told();
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.give(caseId, 'discharge', ANNA);
    for (const command of ['acknowledge', 'take-over']) await county.give(caseId, command, MARIA);
    return caseId;
  };

  it('is counted from the referral on, also when the stay is over long since', async () => {
    const caseId = await closed();
    const referredOn = today();
    await register(caseId, 'referral', referredOn);
    await county.service.advanceClock(40 * DAY_MS);
    expect(await figure('rehab-to-assessment')).toMatchObject({ all: { whole: 0 }, spread: null });
    await register(caseId, 'assessment', addDays(referredOn, 9));
    const { view } = await register(caseId, 'first-measure', addDays(referredOn, 30));
    expect(view.handovers[0]?.rehab).toEqual({
      referral: referredOn,
      assessment: addDays(referredOn, 9),
      'first-measure': addDays(referredOn, 30),
    });
    expect(await figure('rehab-to-assessment')).toMatchObject({
      all: { count: 9, whole: 1, value: 9 },
      spread: { median: 9, p90: 9 },
    });
    expect((await figure('rehab-to-measure')).all.count).toBe(30);
    // The ward has nothing to do with it.
    const stay = await county.service.views.case('discharges', caseId, county.reader(ANNA));
    expect(stay).toMatchObject({ handovers: [{ rehab: null }] });
  });

  it('follows a day that is registered anew, and one that is struck', async () => {
    const caseId = await closed();
    const on = today();
    await county.service.advanceClock(10 * DAY_MS);
    await register(caseId, 'referral', on);
    const wrong = await register(caseId, 'assessment', addDays(on, 4));
    await register(caseId, 'referral', addDays(on, 1));
    expect((await figure('rehab-to-assessment')).all.count).toBe(3);
    const event = wrong.view.version;
    await county.give(caseId, 'makulera-event', MARIA, { event, reason: 'Fel patient.' });
    expect((await figure('rehab-to-assessment')).all.whole).toBe(0);
  });

  it('spreads: half of the waits and nine of ten were at most so long', async () => {
    const on = today();
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 38];
    const cases = await Promise.all(waits.map(() => county.told()));
    await county.service.advanceClock(40 * DAY_MS);
    for (const [index, { caseId }] of cases.entries()) {
      const days = waits[index] ?? 0;
      await register(caseId, 'referral', on);
      await register(caseId, 'assessment', addDays(on, days));
    }
    expect((await figure('rehab-to-assessment')).spread).toEqual({ median: 5, p90: 9 });
  });

  it('is refused for a day to come and for steps out of order, and nothing is written', async () => {
    const caseId = await closed();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    for (const body of [
      { step: 'referral', on: addDays(today(), 1) },
      { step: 'referral', on: addDays(today(), -1) },
      { step: 'assessment', on: today() },
    ]) {
      const refused = await county.try(caseId, 'register-rehab', MARIA, body);
      expect(refused).toMatchObject({ ok: false, refusal: { rule: 'avtal rehabilitering' } });
    }
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });
});
