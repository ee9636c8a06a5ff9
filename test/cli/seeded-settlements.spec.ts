import { Seeder, type Life } from '@hemgang/cases';
import { DEMO_COUNTY } from '@hemgang/demo';
import { localDate } from '@hemgang/kernel';
import { County, PETER, SUSANNE } from '@hemgang/testing';
import { demoLives } from '../../apps/cli/demo-lives';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(240_000);

/** A fixed present, so that the same stays ended in the same month. */
const NOW = '2024-03-20T12:00:00.000Z';
const MONTH = '2024-02';

/** So few stays of the month are lived that the suite is quick, and enough that it has rows. */
const STAYS = 10;

describe('the settlements of the simulated county', () => {
  let county: County;
  beforeAll(async () => {
    county = await County.open();
  });
  afterAll(() => county.close());

  it('are lived after its stays: disputed and locked, conceded, agreed on, computed anew', async () => {
    const { service } = county;
    const all = demoLives().lives;
    const endsInMonth = (life: Life) => {
      const last = life.steps(life.beginsAt(NOW)).findLast(({ path }) => path === 'discharges');
      return last !== undefined && localDate(last.at).startsWith(MONTH);
    };
    const settlements = all.filter(({ key }) => key.startsWith('seed-settlement-'));
    const lives = [...all.slice(400).filter(endsInMonth).slice(0, STAYS), ...settlements];
    const seeder = new Seeder(service, (progress) => service.seeding.record(progress));
    const begun = await seeder.begin(lives.length, DEMO_COUNTY);
    if (typeof begun === 'string') throw new Error(begun);
    await seeder.run(begun, {
      ...{ lives, upTo: lives.length, lanes: 1, reminds: false, gently: false },
      now: () => NOW,
      stopping: new AbortController().signal,
      onLived: () => undefined,
    });
    const page = { cursor: null, limit: 50 };
    const listed = await service.views.cases('settlements', county.reader(SUSANNE), page);
    if ('code' in listed) throw new Error(listed.code);
    const states = listed.items.map((line) => [line.municipality.name, line.month, line.state]);
    expect(states.sort()).toEqual([
      ['Lycksele', MONTH, 'locked'],
      ['Skellefteå', MONTH, 'signed'],
      ['Umeå', MONTH, 'locked'],
      ['Vännäs', MONTH, 'draft'],
    ]);
    const id = listed.items.find(({ municipality }) => municipality.code === '2480')?.id ?? '';
    const view = await service.views.case('settlements', id, county.reader(PETER));
    if ('code' in view) throw new Error(view.code);
    expect(view.settlement.rows.length).toBeGreaterThan(1);
    expect(view.settlement.disputes).toMatchObject([{ state: 'joint-group' }]);
    expect(view.settlement.locked).toMatchObject({ disputedDays: 1 });
  });
});
