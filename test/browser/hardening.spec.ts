import { demoPatient } from '@hemgang/demo';
import { ANNA, describeWith, MARIA } from '@hemgang/testing';
import type { Page } from 'playwright-core';
import { BrowserTest, openUserMenu, JOURNEY_MS_MAX, START_MS_MAX } from './browser.fixture';

/** Runs in each page before anything of ours: notes what the page's policy has stopped. */
const WATCH = `
  window.stopped = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.stopped.push(violatedDirective + ' ' + blockedURI));`;

/** Text that would run if a page took it for its own. */
const HARM = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>';

/** A strange library reads two megabytes there; on busy processors that takes a while. */
const DESCRIPTION_MS_MAX = 90_000;

describeWith('chromium', 'pages in a browser', () => {
  let test: BrowserTest;
  let caseId: string;

  beforeAll(async () => {
    test = await BrowserTest.start();
    caseId = await test.told(ANNA, 0, ['umea-bistand-norr']);
    await test.give(MARIA, caseId, 'answer', { answer: 'known', currentMeasures: HARM });
  }, START_MS_MAX);

  afterAll(() => test.stop());

  /** A page that is watched from its first byte. */
  async function watched(user: string | null): Promise<Page> {
    const page = await test.open(user, '/');
    await page.context().addInitScript(WATCH);
    await page.reload();
    await page.locator('#content h1').waitFor();
    return page;
  }

  const stopped = (page: Page) => page.evaluate<string[]>('window.stopped');

  it(
    'keep the Content-Security-Policy, docs and links too',
    async () => {
      const page = await watched(ANNA);
      for (const path of ['/', '/arenden', '/arenden/ny', `/arenden/${caseId}`, '/sip']) {
        await page.goto(path);
        await page.locator('#content h1').waitFor();
        expect([path, await stopped(page)]).toEqual([path, []]);
      }
      expect(await page.evaluate('window.harmed')).toBeUndefined();
      await page.goto('/api/docs');
      await page.locator('.opblock-tag').first().waitFor({ timeout: DESCRIPTION_MS_MAX });
      expect(await stopped(page)).toEqual([]);
      await page.goto('/start/nobody');
      await page.locator('h1').waitFor();
      expect(await stopped(page)).toEqual([]);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'run no script that somebody brings along',
    async () => {
      const page = await watched(ANNA);
      await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(HARM)})`);
      await page.evaluate(`(() => {
        const script = document.createElement('script');
        script.textContent = 'window.harmed = 1';
        document.body.append(script);
      })()`);
      await page.waitForFunction('window.stopped.length >= 2');
      expect(await page.evaluate('window.harmed')).toBeUndefined();
      expect((await stopped(page)).every((line) => line.startsWith('script-src'))).toBe(true);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'keep nothing in the browser but the language',
    async () => {
      const page = await watched(ANNA);
      await page.goto(`/arenden/${caseId}`);
      await page.locator('.timeline h3').first().waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      const kept = await page.evaluate<[string[], number]>(
        '[Object.keys(localStorage), sessionStorage.length]',
      );
      expect(kept[0].length).toBeLessThanOrEqual(1);
      expect(kept[1]).toBe(0);
      const stored = await page.evaluate<string>('JSON.stringify(localStorage)');
      expect(stored).not.toContain(demoPatient(0).number.slice(0, 8));
      const [cookie] = await page.context().cookies();
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
      expect(await page.evaluate('document.cookie')).toBe('');
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'show nothing of a patient by the back button',
    async () => {
      const page = await watched(ANNA);
      await page.goto(`/arenden/${caseId}`);
      const name = demoPatient(0).name;
      await page.getByText(name).first().waitFor();
      await openUserMenu(page);
      await page.getByRole('button', { name: 'Logga ut' }).click();
      await page.getByLabel('Sök på namn').waitFor();
      await page.goBack();
      await page.locator('#content h1').waitFor();
      expect(await page.content()).not.toContain(name);
      expect(await page.context().cookies()).toEqual([]);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );
});
