import { isRefusal, type FiguresView } from '@hemgang/cases';
import { addDays, daysBetween, HOUR_MS, localDate, type LocalDate } from '@hemgang/kernel';
import { ANNA, County, PETER, settled, SUSANNE } from '@hemgang/testing';
import { recountedBetween, recountedYears } from './recount-courses.fixture';

const DAY_MS = 24 * HOUR_MS;
const WARD = 'ward:nus-medicin-2';
const MONTHS = 14;
const CASES_MIN = 5;

/** A year and more of a ward, told otherwise than month by month. */
describe('rolling years and the days between events', () => {
  let county: County;
  let began: LocalDate;

  const today = (): LocalDate => localDate(county.service.clock.now());
  const monthAfter = (day: LocalDate): LocalDate =>
    `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;

  const goTo = (day: LocalDate) => county.service.advanceClock(daysBetween(today(), day) * DAY_MS);

  /** A patient who is ready and leaves on the day, after so many judgements that were withdrawn. */
  const left = async (withdrawn: number): Promise<void> => {
    const { caseId } = await county.told();
    const judgedAt = county.service.clock.now();
    const judged = () =>
      county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    for (let times = 0; times < withdrawn; times += 1) {
      await judged();
      await county.give(caseId, 'withdraw-utskrivningsklar', ANNA, { reason: 'Sämre.' });
    }
    await judged();
    await county.give(caseId, 'discharge', ANNA);
  };

  const seenBy = async (user: string): Promise<FiguresView['figures'][number]> => {
    const asked = { place: WARD, from: began, to: today(), by: 'month' as const };
    const answer = await county.service.counted.places.read(asked, county.reader(user));
    if (isRefusal(answer)) throw new Error(`refused: ${answer.code}`);
    const found = answer.figures.find(({ measure }) => measure === 'withdrawn');
    if (found === undefined) throw new Error('no figure');
    return found;
  };
  const keep = async () => {
    await settled(county.databaseUrl);
    while (await county.service.counted.keeping.round());
  };

  beforeAll(async () => {
    county = await County.open();
    await goTo(monthAfter(today()));
    began = today();
    for (let month = 0; month < MONTHS; month += 1) {
      for (let n = 0; n < CASES_MIN; n += 1) await left(n === 0 ? month % 3 : 0);
      await goTo(addDays(monthAfter(today()), month % 4 === 3 ? 0 : 2));
    }
    await keep();
  });
  afterAll(() => county.close());

  it('are what a recount of the raw log says', async () => {
    const { rolling, between } = await seenBy(SUSANNE);
    const years = await recountedYears(county.databaseUrl, began, today());
    expect(years.length).toBeGreaterThan(1);
    expect(rolling?.map(({ to, count, whole }) => ({ to, count, whole }))).toEqual(years);
    const days = await recountedBetween(county.databaseUrl);
    expect(days.length).toBeGreaterThan(8);
    expect(days).toContain(0);
    expect(between?.intervals.map((each) => each.days)).toEqual(days);
  });

  it('are shown to others while no month is of few cases, and never the days', async () => {
    const own = await seenBy(SUSANNE);
    const others = await seenBy(PETER);
    expect(others.rolling).toEqual(own.rolling);
    expect(others).toMatchObject({ between: null, noBetween: 'own-only' });
    // One of this month, which no year holds yet.
    await left(0);
    await keep();
    expect(await seenBy(PETER)).toMatchObject({ rolling: null, noRolling: 'few-cases' });
    expect((await seenBy(SUSANNE)).rolling).toEqual(own.rolling);
  });
});
