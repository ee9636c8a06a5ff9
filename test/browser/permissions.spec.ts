import { describeWith, MARIA, PETER } from '@hemgang/testing';
import { BrowserTest, faultsOnScreens, JOURNEY_MS_MAX, START_MS_MAX } from './browser.fixture';

describeWith('chromium', 'the pages of an administrator', () => {
  let test: BrowserTest;

  beforeAll(async () => {
    test = await BrowserTest.start();
  }, START_MS_MAX);

  afterAll(() => test.stop());

  it(
    'take somebody in and let her go again, keeping every rule of axe',
    async () => {
      const page = await test.open(PETER, '/behorigheter');
      const isSound = async () => expect(await faultsOnScreens(page)).toEqual([]);
      await page.getByText(/^(Träffar|Fler än)/).waitFor();
      await isSound();
      await page.getByRole('link', { name: 'Lägg till person' }).click();
      await page.getByRole('button', { name: 'Spara' }).click();
      await page.getByText('Fyll i namn, enhet och minst en roll.').waitFor();
      const name = 'Prov Provsson';
      await page.getByLabel('Namn').fill(name);
      await page.getByLabel('Enhet').selectOption('umea-bistand-norr');
      await page.getByLabel('Biståndshandläggare').check();
      await isSound();
      await page.getByRole('button', { name: 'Spara' }).click();
      await page.getByLabel('Sök på namn').fill(name);
      await page.getByText('Träffar: 1').waitFor();
      await page.getByRole('link', { name }).click();
      await page.getByText('Nytt uppdrag').click();
      await isSound();
      await page.getByRole('button', { name: 'Personen har slutat' }).click();
      await page.getByRole('button', { name: 'Ja, avsluta nu' }).click();
      await page.getByText('Sparat.').waitFor();
      await page.getByText('Avslutat').waitFor();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'list with their names whom to vouch for',
    async () => {
      const page = await test.open(PETER, '/behorigheter/bekrafta');
      const boxes = page.locator('main input[type=checkbox]:enabled');
      await boxes.first().check();
      await boxes.nth(1).check();
      expect(await faultsOnScreens(page)).toEqual([]);
      await page.getByRole('button', { name: 'Behövs fortfarande: 2' }).click();
      await page.getByRole('button', { name: 'Behövs fortfarande: 0' }).waitFor();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    "keep a unit's name and telephone",
    async () => {
      const page = await test.open(PETER, '/behorigheter');
      await page.getByRole('link', { name: 'Enheter' }).click();
      await page.getByText('Umeå norr').first().click();
      expect(await faultsOnScreens(page)).toEqual([]);
      const open = page.locator('details[open]');
      await open.getByLabel('Telefon').fill('090-123 45 67');
      await open.getByRole('button', { name: 'Spara' }).click();
      await page.getByText(', 090-123 45 67').waitFor();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'are for administrators',
    async () => {
      const page = await test.open(MARIA, '/behorigheter');
      await page.getByText('Sidan är för er förvaltare av behörigheter.').waitFor();
      expect(await page.getByRole('link', { name: 'Behörigheter' }).count()).toBe(0);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );
});
