import { randomUUID } from 'node:crypto';
import { isRefusal } from '@hemgang/cases';
import { addDays, HOUR_MS, instantAt, localDate, type LocalDate } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, PETER, query } from '@hemgang/testing';
import type { CapacityWish } from './set-capacity';

const NORR = 'umea-bistand-norr';
const HEMTJANST = 'umea-hemtjanst-norr';
/** Coordinates in another municipality. */
const OF_NORSJO = 'norsjo-bistand';

describe('what comes home to a municipality', () => {
  let county: County;
  let before: Record<LocalDate, number>;

  beforeAll(async () => {
    county = await County.open();
    before = Object.fromEntries((await ofNorr()).days.map(({ day, expected }) => [day, expected]));
  }, 120_000);

  afterAll(() => county.close());

  const now = () => county.service.clock.now();
  const inDays = (days: number) => addDays(localDate(now()), days);
  const request = (body: unknown = {}, ifVersion?: number) => ({
    ...{ body, key: randomUUID() },
    ...(ifVersion === undefined ? {} : { ifVersion }),
  });
  const seen = async (user = MARIA) => {
    const view = await county.service.forecast.read(county.reader(user));
    if (isRefusal(view)) throw new Error(view.code);
    return view;
  };
  const ofUnit = async (id: string) => {
    const found = (await seen()).units.find(({ unit }) => unit.id === id);
    if (found === undefined) throw new Error(`No ${id}.`);
    return found;
  };
  const ofNorr = () => ofUnit(NORR);
  const expectedOn = async (day: LocalDate) =>
    (await ofNorr()).days.find((each) => each.day === day)?.expected;
  const coming = async (day: LocalDate) => {
    const { caseId } = await county.admit();
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      ...{ receivers: [NORR], expectedDischargeAt: instantAt(day, '13:00') },
    });
    return caseId;
  };
  const wish = (more: Partial<CapacityWish> = {}): CapacityWish => ({
    ...{ week: [3, 3, 3, 3, 3, 3, 3], days: [], start: null },
    ...more,
  });
  const say = (user: string, unit: string, said: CapacityWish, ifVersion?: number) =>
    county.service.forecast.setCapacity(county.reader(user), unit, said, request(said, ifVersion));
  const writesNothing = async (work: () => Promise<unknown>) => {
    const all = await contentsOf(county.databaseUrl, 'access_log');
    const answer = await work();
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(all);
    return answer;
  };
  /** Whom the access log says that somebody was shown in a forecast. */
  const shownInLog = async () => {
    const lines = await query<{ case: string }>(
      county.databaseUrl,
      `select p.case_id as case from access_patients p join access_log l on l.id = p.line
       where l.action = 'list:forecast'`,
    );
    return lines.map((line) => line.case);
  };
  const advice = async (caseId: string) => {
    const view = await county.service.views.receiversFor(caseId, county.reader(ANNA));
    if (isRefusal(view)) throw new Error(view.code);
    return view.capacity;
  };

  it('is counted on the ward’s expected day until the unit has planned its start', async () => {
    const day = inDays(5);
    const caseId = await coming(day);
    expect(await expectedOn(day)).toBe((before[day] ?? 0) + 1);
    const { stays } = await seen();
    expect(stays.filter((each) => each.case === caseId)).toMatchObject([
      { day, patient: { name: expect.any(String) } },
    ]);
    await county.give(caseId, 'acknowledge', MARIA);
    await county.give(caseId, 'change-expected-discharge', ANNA, {
      expectedDischargeAt: instantAt(inDays(6), '13:00'),
    });
    expect(await expectedOn(inDays(6))).toBe((before[inDays(6)] ?? 0) + 1);
    expect(await expectedOn(day)).toBe(before[day]);
    await county.give(caseId, 'answer', MARIA, {
      ...{ answer: 'known', currentMeasures: 'Hemtjänst.' },
    });
    await county.give(caseId, 'plan-start', MARIA, { startAt: instantAt(inDays(8), '09:00') });
    expect(await expectedOn(inDays(8))).toBe((before[inDays(8)] ?? 0) + 1);
    expect(await expectedOn(inDays(6))).toBe(before[inDays(6)]);
  });

  it('counts each patient once in all, and tells nobody else’s unit who she is', async () => {
    const view = await seen();
    expect(view.municipality.name).toMatch(/Umeå/);
    expect(view.together.days).toHaveLength(14);
    expect(view.units.map(({ unit }) => unit.id)).toContain(HEMTJANST);
    expect(view.units.map(({ unit }) => unit.id)).not.toContain(OF_NORSJO);
    expect(await shownInLog()).toEqual(expect.arrayContaining(view.stays.map((each) => each.case)));
  });

  it('has whoever should have come already in a group of her own', async () => {
    const { late } = await ofNorr();
    const caseId = await coming(inDays(1));
    await county.service.advanceClock(3 * 24 * HOUR_MS);
    expect((await ofNorr()).late).toBeGreaterThan(late);
    expect((await seen()).stays.find((each) => each.case === caseId)?.day).toBe(inDays(-2));
  });

  it('stands against what a unit has said, and the exception and the start hold before the weekday', async () => {
    const { version } = await ofNorr();
    const start = { day: inDays(2), reason: 'staffing' } as const;
    const said = wish({ days: [{ day: inDays(3), places: 7 }], start });
    expect(await say(MARIA, NORR, said, version)).toEqual({ subject: NORR, replayed: false });
    const unit = await ofNorr();
    expect(unit.days.slice(1, 5).map(({ places }) => places)).toEqual([0, 3, 7, 3]);
    expect(unit).toMatchObject({ version: version + 1, capacity: said });
    const changes = await query(
      county.databaseUrl,
      `select action, subject, controller from directory_changes where action = 'set-capacity'`,
    );
    expect(changes).toEqual([
      { action: 'set-capacity', subject: NORR, controller: county.reader(MARIA).controller },
    ]);
  });

  it('is told to the ward before it sets a day, without what is over', async () => {
    const caseId = await coming(inDays(4));
    const told = (await advice(caseId)).find(({ unit }) => unit.id === NORR);
    expect(told).toMatchObject({ start: { day: inDays(2), reason: 'staffing' } });
    expect(told?.days.find(({ day }) => day === inDays(3))).toMatchObject({ places: 7 });
    await county.service.advanceClock(2 * 24 * HOUR_MS);
    expect((await advice(caseId)).find(({ unit }) => unit.id === NORR)?.start).toBeNull();
    expect((await ofNorr()).capacity?.start).toBeNull();
  });

  it('refuses days that have passed or come twice, an old version and a unit of another municipality', async () => {
    const past = { day: inDays(-1), places: 1 };
    const twice = { day: inDays(1), places: 1 };
    const late = { day: inDays(-1), reason: 'other' } as const;
    const asked: readonly [CapacityWish, string, number | undefined, object][] = [
      [wish({ days: [past] }), NORR, undefined, { code: 'PAYLOAD_INVALID' }],
      [wish({ days: [twice, twice] }), NORR, undefined, { code: 'PAYLOAD_INVALID' }],
      [wish({ start: late }), NORR, undefined, { code: 'PAYLOAD_INVALID' }],
      [wish(), NORR, 1, { code: 'VERSION_STALE' }],
      [wish(), OF_NORSJO, undefined, { code: 'NOT_FOUND' }],
      [wish(), 'umea-familjevard', undefined, { code: 'NOT_FOUND' }],
      [wish(), 'nus-medicin-2', undefined, { code: 'NOT_FOUND' }],
    ];
    for (const [said, unit, version, refusal] of asked) {
      expect(await writesNothing(() => say(MARIA, unit, said, version))).toMatchObject(refusal);
    }
  });

  it('is neither shown to nor said by a ward or an administrator', async () => {
    for (const user of [ANNA, PETER]) {
      expect(
        await writesNothing(() => county.service.forecast.read(county.reader(user))),
      ).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
      expect(await writesNothing(() => say(user, NORR, wish()))).toMatchObject({
        code: 'ROLE_NOT_ALLOWED',
      });
    }
  });

  it('is said once per key', async () => {
    const said = wish({ week: [1, 1, 1, 1, 1, null, null] });
    const key = request(said);
    const reader = county.reader(MARIA);
    await county.service.forecast.setCapacity(reader, HEMTJANST, said, key);
    const { version } = await ofUnit(HEMTJANST);
    expect(await county.service.forecast.setCapacity(reader, HEMTJANST, said, key)).toEqual({
      ...{ subject: HEMTJANST, replayed: true },
    });
    expect((await ofUnit(HEMTJANST)).version).toBe(version);
  });
});
