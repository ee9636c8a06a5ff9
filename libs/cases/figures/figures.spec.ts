import type { Reader } from '@hemgang/access';
import { addDays, HOUR_MS, localDate, plusMs, type LocalDate } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, PETER, query, settled, SUSANNE } from '@hemgang/testing';
import { isRefusal } from '../envelope';
import type { FiguresView } from './figures';
import type { FigureValue } from './values';

const DAY_MS = 24 * HOUR_MS;
const UMEA = 'municipality:2480';
const WARD = 'ward:nus-medicin-2';

describe('figures of a place', () => {
  let county: County;

  beforeEach(async () => {
    county = await County.open();
  });
  afterEach(() => county.close());

  const today = (): LocalDate => localDate(county.service.clock.now());

  /** What the worker does until there is nothing left. */
  const keep = async () => {
    await settled(county.databaseUrl);
    while (await county.service.counted.keeping.round());
  };
  const read = async (user: string, place: string): Promise<FiguresView> => {
    const asked = { place, from: addDays(today(), -60), to: today(), by: 'month' as const };
    const answer = await county.service.counted.places.read(asked, county.reader(user));
    if (isRefusal(answer)) throw new Error(`refused: ${answer.code}`);
    return answer;
  };
  const of = async (user: string, place: string, measure: string): Promise<FigureValue> => {
    const { figures } = await read(user, place);
    const found = figures.find((each) => each.measure === measure);
    if (found === undefined) throw new Error(measure);
    return found.all;
  };
  const stored = () =>
    query(
      county.databaseUrl,
      `select place, measure, day::text, parts, count, whole from figure_sums
       where parts <> 0 order by place, measure, day`,
    );

  /** A patient from Umeå of whom Maria's unit is told. */
  const told = async (): Promise<string> => {
    const { patient, ...needs } = county.admission();
    const { caseId } = await county.told({
      ...needs,
      patient: { ...(patient as object), municipality: '2480' },
    });
    return caseId;
  };

  /** A stay that waits so many days and is discharged. @returns its case */
  const waited = async (days: number): Promise<string> => {
    const caseId = await told();
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    if (days > 0) await county.service.advanceClock(days * DAY_MS);
    await county.give(caseId, 'discharge', ANNA);
    return caseId;
  };

  it('of a ward are those of its hospital and of its kind of care too', async () => {
    await waited(2);
    await keep();
    const of = (place: string) =>
      query(
        county.databaseUrl,
        `select measure, day::text, parts, count, whole from figure_sums
         where place = $1 order by measure, day`,
        [place],
      );
    const ward = await of(WARD);
    expect(ward.length).toBeGreaterThan(5);
    expect([await of('hospital:nus'), await of('care:somatic')]).toEqual([ward, ward]);
    expect(await of('care:psychiatric')).toEqual([]);
  });

  it('of two places at once are of those who belong to both, and for whoever owns one', async () => {
    await waited(2);
    await keep();
    const asked = { from: addDays(today(), -60), to: today(), by: 'month' as const };
    const crossing = { ...asked, place: 'hospital:nus', and: UMEA };
    const { places, behind } = county.service.counted;
    const read = (reader: Reader, two = crossing) => places.read(two, reader);
    const peter = county.reader(PETER);
    const turned = { ...asked, place: UMEA, and: 'hospital:nus' };
    for (const answer of [await read(peter), await read(peter, turned)]) {
      if (isRefusal(answer)) throw new Error(answer.code);
      const shown = answer.figures.find(({ measure }) => measure === 'ready-days');
      expect(shown?.all).toEqual({ count: 2, whole: 1, value: 2, isHidden: false });
      expect(answer.figures.some(({ measure }) => measure === 'duties-in-time')).toBe(false);
      expect(answer.numbered).toEqual([]);
    }
    const other = { ...peter, controller: 'kommun-2482-socialnamnden', huvudman: 'kommun-2482' };
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const page = { cursor: null, limit: 50 };
    const refusals = [
      await read(other),
      await read(peter, { ...crossing, and: 'municipality:2482' }),
      await behind.list({ ...crossing, measure: 'beds' }, page, other),
    ];
    expect(refusals).toEqual(refusals.map(() => ({ code: 'NOT_FOUND' })));
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    const ward = { ...county.reader(ANNA), roles: ['administrator'] as const };
    const listed = await behind.list({ ...crossing, measure: 'ready-days' }, page, {
      ...ward,
      purpose: 'administration',
    });
    expect(listed).toMatchObject({ items: [{ type: 'discharge', count: 2 }] });
  });

  it('say how long patients waited, by the national definition and over all', async () => {
    await waited(0);
    await waited(2);
    await waited(5);
    await keep();
    const mean = await of(PETER, UMEA, 'ready-days');
    expect(mean).toEqual({ count: 7, whole: 2, value: 3.5, isHidden: false });
    expect(await of(PETER, UMEA, 'ready-days-all')).toMatchObject({ count: 7, whole: 3 });
    // Nothing is counted before the first month with anything: that is a gap, no month without waiting.
    const beds = (await read(SUSANNE, WARD)).figures.find(({ measure }) => measure === 'beds');
    const counted = beds?.series.filter(({ value }) => value !== null) ?? [];
    expect(beds?.series.length).toBeGreaterThan(counted.length);
    const whole = counted.reduce((sum, each) => sum + (each.whole ?? 0), 0);
    expect(beds?.all).toMatchObject({ count: 7, whole });
    const { figures } = await read(PETER, UMEA);
    expect(figures.filter(({ numerator, denominator }) => numerator === denominator)).toEqual([]);
  });

  it('follow what is withdrawn, struck and done late; a day more is another night waited', async () => {
    const caseId = await told();
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await keep();
    expect(await of(PETER, UMEA, 'beds')).toMatchObject({ count: 0 });
    await county.service.advanceClock(3 * DAY_MS);
    await keep();
    expect(await of(PETER, UMEA, 'beds')).toMatchObject({ count: 3 });
    // Maria has not acknowledged in three days: hers is late, and the municipality's.
    const duties = await of(PETER, UMEA, 'duties-in-time');
    expect(duties.whole).toBeGreaterThan(0);
    expect(duties.count).toBe(0);
    await county.give(caseId, 'withdraw-utskrivningsklar', ANNA, { reason: 'Sämre.' });
    await keep();
    expect(await of(SUSANNE, WARD, 'withdrawn')).toMatchObject({ count: 1, whole: 1 });
    await county.give(caseId, 'makulera-case', ANNA, { reason: 'Fel patient.' });
    await keep();
    expect(await of(SUSANNE, WARD, 'withdrawn')).toMatchObject({ count: 0, whole: 0 });
    expect(await of(PETER, UMEA, 'beds')).toMatchObject({ count: 0 });
  });

  it('call a change of the date late that leaves less than a whole day, be it earlier or later', async () => {
    const caseId = await told();
    const change = async (days: number) => {
      const expectedDischargeAt = plusMs(county.service.clock.now(), days * DAY_MS);
      await county.give(caseId, 'change-expected-discharge', ANNA, { expectedDischargeAt });
      await keep();
      return of(SUSANNE, WARD, 'late-changes');
    };
    const { count } = await change(10);
    expect(await change(12)).toMatchObject({ count, whole: 2 });
    expect(await change(1)).toMatchObject({ count: (count ?? 0) + 1, whole: 3 });
    expect(await change(9)).toMatchObject({ count: (count ?? 0) + 2, whole: 4 });
    expect(await change(2)).toMatchObject({ count: (count ?? 0) + 2, whole: 5 });
  });

  it('are the same reckoned anew from the beginning as kept event by event', async () => {
    const caseId = await told();
    await keep();
    await county.give(caseId, 'acknowledge', MARIA);
    await keep();
    await waited(3);
    await keep();
    const kept = await stored();
    expect(kept.length).toBeGreaterThan(20);
    await query(county.databaseUrl, 'update figure_head set version = 0');
    await keep();
    expect(await stored()).toEqual(kept);
    // Nothing has happened: nothing is written.
    const head = () => query(county.databaseUrl, 'select * from figure_head');
    const before = await head();
    await keep();
    expect([await head(), await stored()]).toEqual([before, kept]);
  });

  it('made of fewer than five cases are shown to the own organisation alone', async () => {
    await waited(1);
    await keep();
    expect(await of(PETER, UMEA, 'ready-days')).toMatchObject({ value: 1 });
    const hidden = { count: null, whole: null, value: null, isHidden: true };
    expect(await of(SUSANNE, UMEA, 'ready-days')).toEqual(hidden);
    expect(await of(PETER, 'county', 'ready-days')).toEqual(hidden);
    for (let n = 0; n < 4; n += 1) await waited(0);
    await keep();
    expect(await of(PETER, 'county', 'ready-days-all')).toMatchObject({ count: 1, whole: 5 });
    expect(await of(PETER, 'county', 'ready-days')).toEqual(hidden);
  });

  it('of four patients who waited most of a year are those of four', async () => {
    const { clock } = county.service;
    for (let n = 0; n < 4; n += 1) {
      const caseId = await told();
      const judgement = { physician: 'E. S.', judgedAt: clock.now() };
      await county.give(caseId, 'mark-utskrivningsklar', ANNA, judgement);
    }
    await county.service.advanceClock(300 * DAY_MS);
    await keep();
    const year = { from: addDays(today(), -299), to: today(), by: 'year' as const };
    const seenBy = async (user: string) => {
      const asked = { place: UMEA, ...year };
      const answer = await county.service.counted.places.read(asked, county.reader(user));
      if (isRefusal(answer)) throw new Error(`refused: ${answer.code}`);
      return answer.figures.find(({ measure }) => measure === 'beds')?.all;
    };
    expect((await seenBy(PETER))?.count).toBeGreaterThan(1_000);
    expect(await seenBy(SUSANNE)).toMatchObject({ count: null, isHidden: true });
  });

  it('are for administrators, of places that there are; a refusal leaves its line', async () => {
    const asked = { place: UMEA, from: today(), to: today(), by: 'week' as const };
    const { places: countedFigures } = county.service.counted;
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await countedFigures.read(asked, county.reader(ANNA))).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
    const nowhere = { ...asked, place: 'ward:nowhere' };
    expect(await countedFigures.read(nowhere, county.reader(PETER))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    const lines = await query<{ action: string }>(
      county.databaseUrl,
      'select action from access_log order by id desc limit 2',
    );
    expect(lines.map(({ action }) => action)).toEqual(['read:figures', 'refused:read:figures']);
  });

  it('say why patients waited; of few cases neither the cause nor the share of unknown days', async () => {
    const caseId = await told();
    const judgedAt = county.service.clock.now();
    const firstDay = today();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.service.advanceClock(3 * DAY_MS);
    const days = { firstDay, lastDay: addDays(firstDay, 1) };
    await county.give(caseId, 'set-delay-cause', MARIA, { ...days, cause: 'hjalpmedel' });
    await keep();
    const { causes } = await read(PETER, UMEA);
    expect(causes.days).toBe(3);
    expect(causes.causes.map((each) => [each.cause, each.days])).toEqual([
      ['hjalpmedel', 2],
      ['okand', 1],
    ]);
    expect(await of(PETER, UMEA, 'cause-unknown')).toMatchObject({ count: 1, whole: 3 });
    const others = await read(SUSANNE, UMEA);
    expect(others.causes.days).toBeNull();
    expect(others.causes.causes.map((each) => each.days)).toEqual([null, null]);
    // Five more of whom nobody has said why: the one with a cause is still hidden, by both.
    for (let n = 0; n < 5; n += 1) await waited(1);
    await keep();
    expect((await read(SUSANNE, UMEA)).causes.causes.map((each) => each.days)).toEqual([
      null,
      null,
    ]);
    const hidden = { count: null, whole: null, value: null, isHidden: true };
    expect(await of(SUSANNE, UMEA, 'cause-unknown')).toEqual(hidden);
  });

  it('belong to the day in Sweden, also around midnight', async () => {
    const caseId = await told();
    const toMidnight = Date.parse(`${addDays(today(), 1)}T00:00:00+01:00`);
    const now = county.service.clock.now();
    await county.service.advanceClock(toMidnight - Date.parse(now) - HOUR_MS / 2);
    const judgedAt = county.service.clock.now();
    const day = today();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.service.advanceClock(HOUR_MS);
    await county.give(caseId, 'discharge', ANNA);
    await keep();
    const rows = await query<{ day: string }>(
      county.databaseUrl,
      `select day::text from figure_sums where place = 'county' and measure = 'beds' and parts > 0`,
    );
    expect(rows).toEqual([{ day }]);
  });
});
