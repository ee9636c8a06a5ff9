import { addDays, localDate, weekday } from '@hemgang/kernel';
import { County, PETER } from '@hemgang/testing';

const DAYS_OF_QUARTER = 92;

/** Six have answered at Lycksele; at NUS ten at one ward, and at another too few. */
const ANSWERS: Readonly<Record<string, number>> = {
  'nus-medicin-2': 10,
  'nus-stroke': 4,
  'lycksele-medicin': 6,
};

describe('what came of asking', () => {
  let county: County;
  let week: string;

  beforeAll(async () => {
    county = await County.open();
    const day = addDays(localDate(county.service.clock.now()), -2 * DAYS_OF_QUARTER);
    week = addDays(day, 1 - weekday(day));
    const answers = Object.entries(ANSWERS).flatMap(([unit, count]) =>
      Array.from({ length: count }, () => ({
        ...{ kind: 'after-discharge' as const, unit, municipality: '2480', week },
        ...{ way: 'paper' as const, values: [4, 4, 4, 4, 4] },
      })),
    );
    await county.service.experience.beginning.begin(answers);
  });
  afterAll(() => county.close());

  const shown = async (place: string) => {
    const asked = { place, from: week, to: week };
    const view = await county.service.experience.results.read(asked, county.reader(PETER));
    if ('code' in view) throw new Error(view.code);
    return view.results.find(({ kind }) => kind === 'after-discharge');
  };

  it('is hidden of a hospital that would give a ward of few away by subtraction', async () => {
    const hidden = { answers: null, isHidden: true };
    expect(await shown('ward:nus-medicin-2')).toMatchObject({ answers: 10, isHidden: false });
    expect(await shown('ward:nus-stroke')).toMatchObject(hidden);
    // Fourteen, of which the ten are shown.
    expect(await shown('hospital:nus')).toMatchObject(hidden);
    expect(await shown('care:somatic')).toMatchObject({ answers: 20, isHidden: false });
  });

  it('is hidden of a ward and its hospital too, where the county without them would tell the same ward', async () => {
    // The next smallest: with it the county without the ward that is shown is of ten.
    expect(await shown('ward:lycksele-medicin')).toMatchObject({ answers: null, isHidden: true });
    expect(await shown('hospital:lycksele-lasarett')).toMatchObject({
      answers: null,
      isHidden: true,
    });
  });
});
