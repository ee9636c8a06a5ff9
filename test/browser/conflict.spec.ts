import type { Page } from 'playwright-core';
import { ANNA, describeWith, HELENA, MARIA } from '@hemgang/testing';
import {
  BrowserTest,
  faultsOnScreens,
  JOURNEY_MS_MAX,
  START_MS_MAX,
  tabTo,
} from './browser.fixture';

const MARIAS_UNIT = 'umea-bistand-norr';
/** Sooner than the looks of every five seconds: what one writes in a draft is rung to the others. */
const DRAFT_SEEN_MS = 4_500;
const ANSWER = 'Hemtjänst morgon och kväll.';

describeWith('chromium', 'what several write at once', () => {
  let test: BrowserTest;

  beforeAll(async () => {
    test = await BrowserTest.start();
  }, START_MS_MAX);

  afterAll(() => test.stop());

  it(
    'says who did what, keeps the text, and can be sent again',
    async () => {
      const id = await test.told(ANNA, 0, [MARIAS_UNIT]);
      const page = await test.open(MARIA, `/arenden/${id}`);
      await page.getByRole('button', { name: 'Svara om patienten' }).click();
      await page.getByLabel('Ja, känd hos oss').check();
      await page.getByLabel('Insatser i dag').fill(ANSWER);
      const expectedDischargeAt = '2099-02-01T11:00:00.000Z';
      await test.give(ANNA, id, 'change-expected-discharge', { expectedDischargeAt });

      const send = page.locator('form').getByRole('button', { name: 'Svara' });
      await send.click();
      const message = page.locator('.message-error');
      await message.getByText('Ärendet har ändrats').waitFor();
      await message.getByText(/Anna Lundgren, .*: Ändra beräknad utskrivning/).waitFor();
      await message.getByText(/Inget har sparats/).waitFor();
      expect(await page.getByLabel('Insatser i dag').inputValue()).toBe(ANSWER);

      await send.click();
      await page.getByText(/^Sparat .* Svara om patienten\.$/).waitFor();
      await page.getByText(ANSWER).waitFor();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'says when it is no longer possible, and keeps the text until the person lets go',
    async () => {
      const id = await test.told(ANNA, 1, [MARIAS_UNIT]);
      const page = await test.open(MARIA, `/arenden/${id}`);
      await page.getByRole('button', { name: 'Svara om patienten' }).click();
      await page.getByLabel('Nej, inte känd').check();
      await page.getByLabel('Kommentar').fill('Ny för oss.');
      await test.give(ANNA, id, 'register-death');
      await page.locator('form').getByRole('button', { name: 'Svara' }).click();
      await page.getByText(/Det här går inte längre att göra/).waitFor();
      expect(await page.getByLabel('Kommentar').inputValue()).toBe('Ny för oss.');
      await page.getByRole('button', { name: 'Avbryt' }).click();
      expect(await page.getByLabel('Kommentar').count()).toBe(0);
    },
    JOURNEY_MS_MAX,
  );

  it(
    'repeats the very same request when no answer came, so that it happens once',
    async () => {
      const id = await test.told(ANNA, 2, [MARIAS_UNIT]);
      const page = await test.open(MARIA, `/arenden/${id}`);
      const keys: (string | undefined)[] = [];
      await page.route('**/discharges/*/acknowledge', async (route) => {
        keys.push(route.request().headers()['idempotency-key']);
        // The server acts, but its first answer is lost on the way.
        if (keys.length === 1) await route.fetch();
        await (keys.length === 1 ? route.abort('connectionreset') : route.continue());
      });
      await page.getByRole('button', { name: 'Kvittera' }).click();
      const send = page.locator('form').getByRole('button', { name: 'Kvittera' });
      // Nothing has to be filled in: what it would lead to is told at once.
      await page.locator('.preview', { hasText: 'får veta det.' }).waitFor();
      await send.click();
      await page.getByText('Vi fick inget svar').waitFor();
      await send.click();
      await page.getByText(/^Sparat .* Kvittera\.$/).waitFor();
      expect(keys).toHaveLength(2);
      expect(keys[1]).toBe(keys[0]);
      expect(await page.locator('.timeline h3', { hasText: /^Kvittera$/ }).count()).toBe(1);
    },
    JOURNEY_MS_MAX,
  );

  it(
    'is written by two units in turns, by the keyboard alone, and sent as a plan',
    async () => {
      const sip = await test.sip(HELENA, 7, 'umea-bistand-norr');
      const helena = await test.open(HELENA, `/sip/${sip}/plan?lage=mote`);
      const maria = await test.open(MARIA, `/sip/${sip}/plan`);
      await tabTo(helena, 'Börja skriva');
      await helena.keyboard.press('Enter');
      await helena.getByText('Du skriver.').waitFor();
      await maria.getByText('Helena Burman skriver').waitFor({ timeout: DRAFT_SEEN_MS });

      await tabTo(helena, 'Gå till affären.');
      await helena.keyboard.press('Control+A');
      await helena.keyboard.type('Gå till kyrkan på söndagar.');
      await helena.getByText(/^Sparat \d\d[.:]\d\d/).waitFor();
      await maria.getByText('Gå till kyrkan på söndagar.').waitFor({ timeout: DRAFT_SEEN_MS });
      expect(await faultsOnScreens(helena)).toEqual([]);
      expect(await faultsOnScreens(maria)).toEqual([]);
      await helena.reload();
      await tabTo(helena, 'Lämna över');
      await helena.keyboard.press('Enter');

      await maria.getByText('Ingen skriver just nu.').waitFor();
      await tabTo(maria, 'Börja skriva');
      await maria.keyboard.press('Enter');
      await tabTo(maria, 'Lägg till');
      await maria.keyboard.press('Enter');
      await maria.locator('textarea:focus').waitFor();
      await maria.keyboard.type('Laga sin egen mat.');
      await helena.getByText('Laga sin egen mat.').waitFor();
      await tabTo(helena, 'Ta över från Maria Forsberg');
      await helena.keyboard.press('Enter');
      await maria.getByText('Helena Burman skriver').waitFor();

      await helena.getByText('Du skriver.').waitFor();
      await helena.getByLabel('Mål som insatsen hör till').selectOption('Laga sin egen mat.');
      await helena.getByLabel('Dag för uppföljning').fill('2099-03-01');
      const up = helena.getByRole('button', { name: /^Flytta upp: Mål/ });
      await up.last().press('Enter');
      await tabTo(helena, 'Skriv en version av planen');
      await helena.keyboard.press('Enter');
      await helena.waitForURL(`**/sip/${sip}`);
      // The goal was moved, and its measure with it.
      const goal = helena.locator('section', {
        has: helena.getByRole('heading', { name: 'Mål 1: Laga sin egen mat.', exact: true }),
      });
      await goal.last().getByRole('heading', { name: 'Rehabilitering i hemmet.' }).waitFor();
      await helena.getByRole('button', { name: 'Planen är upprättad' }).click();
      expect(await helena.getByLabel('Dag för uppföljning').inputValue()).toBe('2099-03-01');
      await maria.getByText('Det finns inget utkast.').waitFor();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'is a meeting at one of the times that were proposed, which whoever it suits need not answer again',
    async () => {
      const sip = await test.consentedSip(HELENA, 9);
      const helena = await test.open(HELENA, `/sip/${sip}`);
      const send = (page: Page, command: string) =>
        page.locator('form').getByRole('button', { name: command, exact: true }).click();
      await helena.getByRole('button', { name: 'Kalla till SIP' }).click();
      await helena.getByLabel('Sök på enhet eller kommun').fill('bistånd umeå norr');
      await helena.getByRole('checkbox').first().check();
      const proposed = helena.getByRole('group', { name: 'Förslag på mötestider' });
      await proposed.getByLabel('Tid 1').fill('2099-03-02T09:00');
      await proposed.getByLabel('Tid 2').fill('2099-03-03T13:00');
      await proposed.getByLabel('Video').check();
      await send(helena, 'Kalla till SIP');
      const table = helena.getByRole('group', { name: 'Föreslagna mötestider' });
      await table.waitFor();
      expect(await faultsOnScreens(helena)).toEqual([]);

      const maria = await test.open(MARIA, `/sip/${sip}`);
      await maria.getByRole('button', { name: 'Svara på kallelsen' }).click();
      await maria.getByLabel('Deltar', { exact: true }).check();
      await maria.getByLabel('tis 3/3 2099 13:00').check();
      expect(await faultsOnScreens(maria)).toEqual([]);
      await send(maria, 'Svara på kallelsen');

      await table.getByRole('row', { name: /^tis 3\/3 2099 13:00 .*Umeå norr – –$/ }).waitFor();
      await table.getByRole('row', { name: /^mån 2\/3 2099 09:00 – .*Umeå norr –$/ }).waitFor();
      await helena.getByRole('button', { name: 'Boka SIP-mötet' }).click();
      const [first] = await helena.locator('form .tick').allInnerTexts();
      expect(first).toBe('tis 3/3 2099 13:00 1 av 1 kan');
      await helena.getByLabel('tis 3/3 2099 13:00').check();
      expect(await helena.getByLabel('Video').isChecked()).toBe(true);
      expect(await faultsOnScreens(helena)).toEqual([]);
      await send(helena, 'Boka SIP-mötet');
      await helena.locator('.card', { hasText: 'tis 3/3 2099 13:00' }).getByText('Bokat').waitFor();
      await helena.locator('.card', { hasText: 'Umeå norr' }).getByText('Deltar').waitFor();
      expect(await table.count()).toBe(0);
    },
    JOURNEY_MS_MAX,
  );
});
