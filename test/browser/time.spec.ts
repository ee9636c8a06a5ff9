import { waitUntil } from '@hemgang/dev-services';
import { HOUR_MS } from '@hemgang/kernel';
import { ANNA, describeWith, MARIA, query } from '@hemgang/testing';
import { BrowserTest, JOURNEY_MS_MAX, START_MS_MAX } from './browser.fixture';

/** A weekend, a red day and the ladder itself, in steps that are no longer than it has between two rungs. */
const STEPS_MAX = 48;
const STEP_MS = 4 * HOUR_MS;

/** The sweeper catches up in well under a second; other suites may want the processors. */
const STEP_WITHIN_MS = 20_000;

describeWith('chromium', 'time in a browser', () => {
  let test: BrowserTest;

  beforeAll(async () => {
    test = await BrowserTest.start();
    await test.told(ANNA, 0, ['umea-bistand-norr']);
  }, START_MS_MAX);

  afterAll(() => test.stop());

  it(
    'warns when nothing has been heard of the server for long, and takes it back',
    async () => {
      const page = await test.open(null, '/');
      await page.context().request.post('/api/v1/demo/sign-in', { data: { user: MARIA } });
      await page.clock.install();
      await page.goto('/');
      await page.getByRole('heading', { level: 1, name: 'Att göra' }).waitFor();
      await page.getByRole('link', { name: 'Börja planera' }).waitFor();
      await page.context().setOffline(true);
      await page.clock.fastForward('01:00');
      const warning = page.getByText(/^Inte uppdaterad sedan \d\d:\d\d\./);
      await warning.waitFor();
      await page.context().setOffline(false);
      await page.clock.fastForward('00:15');
      await warning.waitFor({ state: 'detached' });
    },
    JOURNEY_MS_MAX,
  );

  it(
    'can be moved in training, and what was in time is then late, in words and not by colour alone',
    async () => {
      const page = await test.open(MARIA, '/');
      await page.getByRole('button', { name: 'Försenade' }).click();
      await page.getByText('Inget i listan stämmer').waitFor();
      await page.getByRole('button', { name: '+3 dygn' }).click();
      await page
        .getByText(/^Försenad 2\sdagar/)
        .first()
        .waitFor();
      await page.getByRole('link', { name: 'Svara om patienten är känd' }).waitFor();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'climbs to the sender when the receiver’s browser has died: nobody has to remember to look',
    async () => {
      const receiver = await test.open(MARIA, '/');
      const id = await test.told(ANNA, 1, ['umea-bistand-norr']);
      await receiver.locator(`a[href="/arenden/${id}"]`).first().waitFor();
      const crashed = receiver.waitForEvent('crash');
      void receiver.goto('chrome://crash').catch(() => undefined);
      await crashed;
      const sender = await test.open(ANNA, `/arenden/${id}`);
      const spoken = (words: string) =>
        sender.getByText(`${words}: Kvittera det som avdelningen har skickat`).first();
      const isTold = () => spoken('Avsändaren får veta: inte gjort').isVisible();
      for (let step = 0; step < STEPS_MAX && !(await isTold()); step += 1) {
        await test.advance(STEP_MS);
        expect(await waitUntil(nothingDue, STEP_WITHIN_MS)).toBe(true);
        await sender.reload();
        await sender.locator('#content h1').waitFor();
      }
      for (const words of [
        'Påminnelse till enheten eller jouren',
        'Påminnelse till chefen',
        'Avsändaren får veta: inte gjort',
      ]) {
        await spoken(words).waitFor();
      }
    },
    JOURNEY_MS_MAX,
  );

  const nothingDue = async (): Promise<boolean> => {
    const due = await query(
      test.service.databaseUrl,
      'select from timers where live and fire_at <= $1 limit 1',
      [await test.now()],
    );
    return due.length === 0;
  };
});
