import { demoPatient } from '@hemgang/demo';
import { ANNA, describeWith, MARIA, query } from '@hemgang/testing';
import type { Page } from 'playwright-core';
import {
  BrowserTest,
  openUserMenu,
  faultsOnScreens,
  JOURNEY_MS_MAX,
  START_MS_MAX,
} from './browser.fixture';

const KARIN = 'karin-nyberg-nus-medicin-2';
const KARIN_AT_3 = 'karin-nyberg-nus-medicin-3';
const WORDS = 'Medvetslös, behöver veta läkemedel.';
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
    (await page.locator('.user-menu > summary').textContent()) ?? '';

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
      await openUserMenu(page);
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
    'returns to the page that somebody came for, also when she must choose an assignment',
    async () => {
      const notice = '/avisering/00000000-0000-4000-8000-000000000000';
      const page = await test.open(null, notice);
      await enter(page, MARIA);
      expect(new URL(page.url()).pathname).toBe(notice);
      await page.context().close();
      const other = await test.open(KARIN, `/uppdrag?vidare=${encodeURIComponent(notice)}`);
      await other.locator('.user').first().click();
      await other.waitForURL(`**${notice}`);
      await other.context().close();
      const led = await test.open(KARIN, '/uppdrag?vidare=%2F%2Fevil.test');
      await led.locator('.user').first().click();
      await led.getByRole('heading', { name: 'Att göra' }).waitFor();
      await led.context().close();
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
      await openUserMenu(page);
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
      await page.locator('.user-menu > summary').waitFor();
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

  it(
    'lets her prove anew who she is without losing what she typed',
    async () => {
      const page = await test.open(null, '/');
      await enter(page, ANNA);
      await query(test.service.databaseUrl, 'update sessions set stepped_up_until = null');
      await page.goto('/nodoppning');
      await page.getByLabel('Personnummer').fill(demoPatient(42).number);
      await page.getByLabel('Beskriv kort').fill(WORDS);
      await page.getByRole('button', { name: 'Öppna patientens ärenden' }).click();
      const away = page.waitForEvent('popup');
      await page.getByRole('link', { name: 'Legitimera dig igen' }).click();
      const tab = await away;
      await tab.locator(`button[value="${ANNA}"]`).click();
      await page.getByText('Klart: du har legitimerat dig.').waitFor();
      if (!tab.isClosed()) await tab.waitForEvent('close');
      expect(await page.getByLabel('Beskriv kort').inputValue()).toBe(WORDS);
      expect(await faultsOnScreens(page)).toEqual([]);
      await page.getByRole('button', { name: 'Öppna patientens ärenden' }).click();
      // Nobody is known by that number: the step itself was let through.
      await page.getByText('Det finns inte här').waitFor();
      expect(await present(page)).toBe(ANNA);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'tells somebody who is signed in why she was not believed anew',
    async () => {
      const page = await test.open(MARIA, '/?nekad=another-person');
      await page.getByText('Någon annan legitimerade sig').waitFor();
      await page.getByRole('link', { name: 'Ärenden' }).click();
      await page.getByRole('heading', { name: 'Ärenden', exact: false }).waitFor();
      expect(await page.getByText('Någon annan legitimerade sig').count()).toBe(0);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  const present = async (page: Page): Promise<string> => {
    const answer = await page.request.get('/api/v1/me');
    return ((await answer.json()) as { id: string }).id;
  };
});
