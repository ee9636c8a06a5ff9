import { ANNA, describeWith, MARIA } from '@hemgang/testing';
import { BrowserTest, JOURNEY_MS_MAX, START_MS_MAX } from './browser.fixture';

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
      await page.getByRole('button', { name: 'Bara försenade' }).click();
      await page.getByText('Inget att göra just nu.').waitFor();
      await page.getByRole('button', { name: '+3 dygn' }).click();
      await page
        .getByText(/^Försenad 2\sdagar/)
        .first()
        .waitFor();
      await page.getByRole('link', { name: 'Svara om patienten är känd' }).waitFor();
    },
    JOURNEY_MS_MAX,
  );
});
