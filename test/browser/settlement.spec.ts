import { demoPatient } from '@hemgang/demo';
import { ANNA, describeWith, MARIA, PETER, SUSANNE } from '@hemgang/testing';
import type { Page } from 'playwright-core';
import { BrowserTest, faultsOnScreens, JOURNEY_MS_MAX, START_MS_MAX } from './browser.fixture';

const DAY_MS = 24 * 3_600_000;

describeWith('chromium', 'a row of a settlement', () => {
  let test: BrowserTest;
  let path: string;

  beforeAll(async () => {
    test = await BrowserTest.start();
    const stay = await test.told(ANNA, ofUmea(), ['umea-bistand-norr']);
    await test.give(MARIA, stay, 'acknowledge');
    const judgedAt = await test.now();
    await test.give(ANNA, stay, 'mark-utskrivningsklar', { physician: 'E. S.', judgedAt });
    await test.advance(6 * DAY_MS);
    const month = (await test.now()).slice(0, 7);
    await test.give(ANNA, stay, 'discharge');
    await test.advance(35 * DAY_MS);
    path = `/avrakningar/${await test.settlement(SUSANNE, month)}`;
  }, START_MS_MAX);
  afterAll(() => test.stop());

  const opened = async (user: string): Promise<Page> => {
    const page = await test.open(user, path);
    await page
      .getByRole('button', { name: /^Visa mer om / })
      .first()
      .click();
    await page.getByText('Båda sidors uppgifter').waitFor();
    return page;
  };

  it.each([PETER, SUSANNE])(
    'tells %s whose it is when asked, and shows both sides’ duties',
    async (user) => {
      const page = await opened(user);
      expect(await page.getByText('Att du frågar loggas.').count()).toBe(1);
      expect(await page.locator('td li').count()).toBeGreaterThan(1);
      await page.getByRole('button', { name: 'Vems rad är det?' }).click();
      await page.locator('td p[role=status]').waitFor();
      expect(await faultsOnScreens(page)).toEqual([]);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'is of a settlement that the overview counts, with what is late, for administrators alone',
    async () => {
      const page = await test.open(PETER, '/');
      await page.getByRole('link', { name: 'Översikt' }).click();
      const section = (name: string) => page.getByRole('region', { name, exact: true });
      const settlements = section('Avräkningar och bestridanden');
      await settlements.getByRole('listitem').filter({ hasText: /: 1$/ }).waitFor();
      await section('Försenat nu')
        .getByText(/försenade? uppgift/)
        .first()
        .waitFor();
      await section('Överenskommelsen och beloppen')
        .getByText(/^Antaget, inte bekräftat/)
        .waitFor();
      await section('Loggkontroll').getByText('Inget urval ur loggen är gjort ännu.').waitFor();
      const { name } = demoPatient(ofUmea());
      expect(await page.locator('main').innerText()).not.toContain(name);
      expect(await faultsOnScreens(page)).toEqual([]);
      await page.context().close();
      const other = await test.open(MARIA, '/oversikt');
      await other.getByText('Översikten är för administratörer.').waitFor();
      expect(await other.getByRole('link', { name: 'Översikt' }).count()).toBe(0);
      await other.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'is counted on a page that prints each figure with its numbers and its definition',
    async () => {
      const page = await test.open(SUSANNE, '/statistik');
      const figures = page.locator('.figure:has(summary)');
      await figures.first().waitFor();
      const count = await figures.count();
      expect(count).toBeGreaterThan(15);
      expect(await figures.locator(':is(table, dl)').count()).toBe(0);
      await page.pdf();
      expect(await figures.locator(':is(table, dl)').count()).toBe(2 * count);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );
});

/** The first patient whom Umeå pays for. */
function ofUmea(): number {
  let index = 0;
  while (demoPatient(index).municipality !== '2480') index += 1;
  return index;
}
