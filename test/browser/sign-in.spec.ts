import { ANNA, describeWith, MARIA } from '@hemgang/testing';
import type { Page } from 'playwright-core';
import { BrowserTest, faultsOnScreens, JOURNEY_MS_MAX, START_MS_MAX } from './browser.fixture';

const KARIN = 'karin-nyberg-nus-medicin-2';
const KARIN_AT_3 = 'karin-nyberg-nus-medicin-3';
const ANSWER = 'Hemtjänst morgon och kväll.';

describeWith('chromium', 'signing in by an identity provider', () => {
  let test: BrowserTest;

  beforeAll(async () => {
    test = await BrowserTest.start({ issuer: true });
  }, START_MS_MAX);

  afterAll(() => test.stop());

  /** Goes to the provider and is there whoever the user is. */
  const enter = async (page: Page, user: string): Promise<void> => {
    await page.getByRole('link', { name: /Prov-IdP/ }).click();
    await page.locator(`button[value="${user}"]`).click();
    await page.locator('#content h1').waitFor();
  };
  const who = async (page: Page): Promise<string> =>
    (await page.locator('.who').textContent()) ?? '';

  it(
    'is clean, and brings somebody to her work',
    async () => {
      const page = await test.open(null, '/');
      expect(await faultsOnScreens(page)).toEqual([]);
      await enter(page, MARIA);
      expect(await who(page)).toContain('Maria Forsberg');
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'lets her go over to another of her assignments',
    async () => {
      const page = await test.open(KARIN, '/');
      await page.getByRole('link', { name: 'Byt uppdrag' }).click();
      await page.getByRole('heading', { name: 'Välj uppdrag' }).waitFor();
      expect(await faultsOnScreens(page)).toEqual([]);
      const before = await who(page);
      await page.locator('.user:not([aria-current])').first().click();
      await page.getByRole('heading', { name: 'Att göra' }).waitFor();
      expect(await who(page)).not.toBe(before);
      expect(await present(page)).toBe(KARIN_AT_3);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'shows nothing to whoever takes over the computer, and asks her who she is',
    async () => {
      const id = await test.told(ANNA, 40, ['umea-bistand-norr']);
      const page = await test.open(null, '/');
      await enter(page, MARIA);
      await page.goto(`/arenden/${id}`);
      const name = (await page.locator('#content h1').textContent()) ?? '';
      expect(name).not.toBe('');
      await page.getByRole('button', { name: 'Byt användare' }).click();
      await page.getByRole('heading', { name: 'Logga in' }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: 'Logga in' }).waitFor();
      expect(await page.content()).not.toContain(name);
      await page.goto('/?byt');
      await page.locator('#content h1').waitFor();
      await page.getByRole('link', { name: /Prov-IdP/ }).click();
      // The provider still knows Maria, and asks nevertheless.
      await page.locator(`button[value="${ANNA}"]`).click();
      await page.locator('.who').waitFor();
      expect(await who(page)).toContain('Anna Lundgren');
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'keeps what was typed when the session ends meanwhile',
    async () => {
      const id = await test.told(ANNA, 41, ['umea-bistand-norr']);
      const page = await test.open(null, '/');
      await enter(page, MARIA);
      await page.goto(`/arenden/${id}`);
      await page.getByRole('button', { name: 'Svara om patienten' }).click();
      await page.getByLabel('Ja, känd hos oss').check();
      await page.getByLabel('Insatser i dag').fill(ANSWER);
      const headers = { origin: test.service.url, 'x-requested-with': 'hemgang' };
      const answer = await page.request.post('/api/v1/sign-out', { headers });
      expect(answer.ok()).toBe(true);
      await page.locator('form').getByRole('button', { name: 'Svara' }).click();
      await page.getByRole('link', { name: 'Logga in i en ny flik' }).waitFor();
      expect(await page.getByLabel('Insatser i dag').inputValue()).toBe(ANSWER);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  const present = async (page: Page): Promise<string> => {
    const answer = await page.request.get('/api/v1/me');
    return ((await answer.json()) as { id: string }).id;
  };
});
