import { demoPatient } from '@hemgang/demo';
import { waitUntil } from '@hemgang/dev-services';
import { HOUR_MS, localDate, MINUTE_MS, plusMs } from '@hemgang/kernel';
import {
  ANNA,
  describeWith,
  HELENA,
  MARIA,
  PETER,
  startMailCapture,
  type MailCapture,
} from '@hemgang/testing';
import {
  BrowserTest,
  faultsOnScreens,
  JOURNEY_MS_MAX,
  START_MS_MAX,
  tabTo,
} from './browser.fixture';

/** On the screen of a ward's computer, 1366 × 768. */
const PATIENTS_IN_SIGHT = 18;

/** How many rows of patients are wholly on the screen. */
const ROWS_IN_SIGHT = `window.scrollTo(0, 0), [...document.querySelectorAll('.patients tbody tr')]
  .filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length`;

const MARIAS_UNIT = 'umea-bistand-norr';

describeWith('chromium', 'the worklist in a browser', () => {
  let test: BrowserTest;
  let capture: MailCapture;

  beforeAll(async () => {
    capture = await startMailCapture();
    test = await BrowserTest.start({ smtpUrl: capture.url });
  }, START_MS_MAX);

  afterAll(async () => {
    await test.stop();
    await capture.stop();
  });

  it(
    'says that there is nothing to do, and shows a new duty without being asked',
    async () => {
      const page = await test.open(MARIA, '/');
      await page.getByText('Inget att göra just nu.').waitFor();
      await test.told(ANNA, 0, [MARIAS_UNIT]);
      await page.getByRole('link', { name: 'Kvittera det som avdelningen har skickat' }).waitFor();
      // A page's minute may have begun before the duty did.
      await page
        .getByText(/^(1\sdag|23\sh 59\smin) kvar$/)
        .first()
        .waitFor();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'leads from a duty to the kvittens by keyboard alone',
    async () => {
      const id = await test.told(ANNA, 1, [MARIAS_UNIT]);
      const page = await test.open(MARIA, '/');
      const link = page.locator(`a[href="/arenden/${id}"]`).first();
      const name = (await link.locator('strong').textContent()) ?? '';
      await tabTo(page, name);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor();
      expect(await focusedText(page)).toBe(name);
      await tabTo(page, 'Kvittera');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 3, name: 'Kvittera' }).waitFor();
      expect(await focusedText(page)).toBe('Kvittera');
      await tabTo(page, 'Kvittera');
      await page.keyboard.press('Enter');
      await page.getByText(/^Sparat \d\d:\d\d: Kvittera\.$/).waitFor();
      expect(await focusedText(page)).toMatch(/^Sparat/);
      await page.getByText('Allt är kvitterat').waitFor();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'has views by names of their own, by keyboard: one for oneself, one for the unit',
    async () => {
      const page = await test.open(MARIA, '/?visa=late&ordna=patienter');
      await tabTo(page, 'Vyer');
      await page.keyboard.press('Enter');
      await page.getByText('Här finns de vyer som du sparar').waitFor();
      await page.getByLabel('Namn på vyn').fill('Sena patienter');
      await page.getByLabel('Dela med enheten').check();
      await page.keyboard.press('Enter');
      await page.getByText('Vyn är sparad.').waitFor();
      expect(await faultsOnScreens(page)).toEqual([]);
      await page.goto('/');
      await page.getByRole('button', { name: 'Vyer' }).click();
      await page.getByRole('link', { name: 'Sena patienter' }).click();
      await page.waitForURL('**/?visa=late&ordna=patienter');
      await page.getByRole('button', { name: 'Ändra Sena patienter' }).click();
      await page.getByLabel('Namn på vyn').fill('19420101-0000');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Namn på vyn').fill('Våra sena');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Våra sena' }).waitFor();
      await page.getByRole('button', { name: 'Ta bort Våra sena' }).click();
      await page.getByText('Vyn är borttagen.').waitFor();
      expect(await page.getByRole('link', { name: 'Våra sena' }).count()).toBe(0);
    },
    JOURNEY_MS_MAX,
  );

  it(
    'shows at the ward what the municipality has just done',
    async () => {
      const id = await test.told(ANNA, 2, [MARIAS_UNIT]);
      const ward = await test.open(ANNA, `/arenden/${id}`);
      await ward.getByText('Inte kvitterat').waitFor();
      const municipality = await test.open(MARIA, `/arenden/${id}`);
      await municipality.getByRole('button', { name: 'Kvittera' }).click();
      await municipality.locator('form').getByRole('button', { name: 'Kvittera' }).click();
      await ward.getByText('Allt är kvitterat').waitFor();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'foretells who comes home, and the ward is told what can be received where it sets a day alone',
    async () => {
      const id = await test.told(ANNA, 43, [MARIAS_UNIT]);
      const expectedDischargeAt = plusMs(new Date().toISOString(), 72 * HOUR_MS);
      await test.give(ANNA, id, 'change-expected-discharge', { expectedDischargeAt });
      const page = await test.open(MARIA, '/');
      await page.getByRole('link', { name: 'Prognos' }).click();
      const own = page.getByRole('region', { name: 'Biståndsenheten Umeå norr' }).first();
      const { name } = demoPatient(43);
      await own.getByRole('link', { name }).waitFor();
      await page.getByText('Fyll i vad Biståndsenheten Umeå norr kan ta emot').click();
      for (const day of ['Måndag', 'Tisdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lördag', 'Söndag']) {
        await page.getByLabel(day).fill('7');
      }
      const start = page.getByRole('group', { name: 'Tidigast start' });
      await start.getByLabel('Datum').fill(localDate(plusMs(expectedDischargeAt, -24 * HOUR_MS)));
      expect(await faultsOnScreens(page)).toEqual([]);
      await page.getByRole('button', { name: 'Spara' }).click();
      await own.getByText('6 lediga').first().waitFor();
      await page.getByText(/^Tidigast start: .* \(bemanning\)$/).waitFor();
      expect(await faultsOnScreens(page)).toEqual([]);

      const ward = await test.open(ANNA, `/arenden/${id}`);
      const asked: string[] = [];
      ward.on('request', (request) => asked.push(request.url()));
      const advice = ward.getByRole('region', { name: 'Vad kommunen kan ta emot' });
      await ward.getByText('Annat du kan göra').click();
      await ward.getByRole('button', { name: 'Patienten är utskrivningsklar' }).click();
      await ward
        .getByRole('heading', { level: 3, name: 'Patienten är utskrivningsklar' })
        .waitFor();
      await ward.locator('form').getByRole('button', { name: 'Patienten är' }).waitFor();
      expect(await advice.count()).toBe(0);
      expect(asked.filter((url) => url.includes('/receivers'))).toEqual([]);
      await ward.getByRole('button', { name: 'Avbryt' }).click();
      await ward.getByRole('button', { name: 'Ändra beräknad utskrivning', exact: true }).click();
      await advice
        .getByText(/Biståndsenheten Umeå norr.*tidigast start .* \(bemanning\)/)
        .waitFor();
      await advice.getByText(/1 av 7 platser bokade/).waitFor();
      expect(await faultsOnScreens(ward)).toEqual([]);
    },
    JOURNEY_MS_MAX,
  );

  it(
    'is reached from a mail on the telephone: one tap opens the duty, the second acknowledges',
    async () => {
      await test.wishMail(MARIA, 'maria@hemgang.invalid');
      const id = await test.told(ANNA, 3, [MARIAS_UNIT]);
      const isMailed = async (): Promise<boolean> => {
        await test.advance(2 * MINUTE_MS);
        return capture.mails.length > 0;
      };
      expect(await waitUntil(isMailed, 20_000)).toBe(true);
      const link = /https?:\/\/\S+\/avisering\/\S+/.exec(capture.mails[0]!.text)![0];
      const page = await test.open(MARIA, new URL(link).pathname);
      await page.setViewportSize({ width: 390, height: 844 });
      const kvittens = page.getByRole('button', { name: 'Kvittera' });
      await kvittens.waitFor();
      expect(await faultsOnScreens(page)).toEqual([]);
      await kvittens.click();
      await page.getByText('Kvitterat.').waitFor();
      await page.goto(`/arenden/${id}`);
      await page.getByText('Allt är kvitterat').waitFor();
      await page.getByText('Visa aviseringar').click();
      await page.getByText(/åtgärdat \(uppfyllt\)/).waitFor();
      expect(await faultsOnScreens(page)).toEqual([]);
      await page.goto('/aviseringar');
      const told = page.locator('li', { has: page.locator(`a[href="/arenden/${id}"]`) });
      await told.getByRole('link', { name: 'Inskrivningsmeddelande' }).waitFor();
      await told.getByText('sett på enheten').waitFor();
      expect(await faultsOnScreens(page)).toEqual([]);
    },
    JOURNEY_MS_MAX,
  );

  it(
    'is spoken of as the reader wishes; administrators see what was sent',
    async () => {
      const mine = await test.open(MARIA, '/aviseringar');
      await mine.getByLabel(/^Samla/).fill('8, 13');
      await mine.getByRole('button', { name: 'Spara' }).click();
      await mine.getByText('Sparat.').waitFor();
      expect(await faultsOnScreens(mine)).toEqual([]);
      const administrator = await test.open(PETER, '/utskick');
      await administrator
        .getByText(/Inga utskick\.|e-post/)
        .first()
        .waitFor();
      expect(await faultsOnScreens(administrator)).toEqual([]);
    },
    JOURNEY_MS_MAX,
  );

  it(
    'makes only the rows in sight, keys reach all of them, and a small screen shows a whole ward',
    async () => {
      for (let index = 10; index < 30; index += 1) await test.told(ANNA, index, [MARIAS_UNIT]);
      const page = await test.open(MARIA, '/');
      const table = page.getByRole('table', { name: 'Att göra' });
      await page.getByText(/^\d+ uppgifter$/).waitFor();
      const all = Number(await table.getAttribute('aria-rowcount')) - 1;
      expect(all).toBeGreaterThan(50);
      const rows = table.locator('tbody tr[data-index]');
      expect(await rows.count()).toBeLessThan(all);
      for (let pressed = 0; pressed <= all; pressed += 1) await page.keyboard.press('j');
      await table.locator(`tr[data-index="${all - 1}"] a:focus`).waitFor();
      await page.keyboard.press('k');
      await table.locator(`tr[data-index="${all - 2}"] a:focus`).waitFor();
      expect(await faultsOnScreens(page)).toEqual([]);
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.getByRole('button', { name: 'Patienter' }).click();
      await page.getByLabel('Tätare rader').check();
      await page.locator('.patients tbody tr').nth(PATIENTS_IN_SIGHT).waitFor();
      expect(await page.evaluate<number>(ROWS_IN_SIGHT)).toBeGreaterThanOrEqual(PATIENTS_IN_SIGHT);
    },
    JOURNEY_MS_MAX,
  );

  it(
    'is acknowledged from the list by one key, once the case has been read, and not before',
    async () => {
      const id = await test.told(ANNA, 40, [MARIAS_UNIT]);
      const page = await test.open(MARIA, '/?visa=unseen');
      const { name } = demoPatient(40);
      await page.getByLabel('Sök i listan').fill(name);
      const link = page.locator(`a[href="/arenden/${id}"]`).first();
      await link.focus();
      await page.keyboard.press('e');
      await page.getByText(/^Öppna och läs ärendet först/).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByText('Inte kvitterat').waitFor();
      await page.goto('/');
      await page.getByLabel('Sök i listan').fill(name);
      const row = page.locator('tr', { has: page.locator(`a[href="/arenden/${id}"]`) });
      const kvittens = row.filter({ hasText: 'Kvittera det som' });
      await kvittens.getByRole('button', { name: `Kvittera ${name}` }).waitFor();
      await kvittens.locator('a').focus();
      await page.keyboard.press('e');
      await page.getByText(/^Kvitterat \d\d:\d\d:/).waitFor();
      await kvittens.waitFor({ state: 'detached' });
    },
    JOURNEY_MS_MAX,
  );

  it(
    'puts a name at several duties, takes it back again, and never acknowledges several at once',
    async () => {
      const id = await test.told(ANNA, 41, [MARIAS_UNIT]);
      const page = await test.open(MARIA, '/');
      await page.getByLabel('Sök i listan').fill(demoPatient(41).name);
      const rows = page.locator('tr', { has: page.locator(`a[href="/arenden/${id}"]`) });
      await rows.first().waitFor();
      const count = await rows.count();
      expect(count).toBeGreaterThan(1);
      for (let index = 0; index < count; index += 1) {
        await rows.nth(index).getByRole('checkbox').check();
      }
      const bar = page.locator('.chosen-bar');
      await bar.getByText(`${count} markerade`).waitFor();
      expect(await bar.getByRole('button', { name: /Kvittera/ }).count()).toBe(0);
      await bar.getByRole('button', { name: 'Ta på mig' }).click();
      await bar.getByText(`${count} uppgifter har fått nytt namn.`).waitFor();
      await page.getByRole('button', { name: 'Mina' }).click();
      expect(new URL(page.url()).search).toBe('?visa=mine');
      await rows.nth(count - 1).waitFor();
      expect(await page.locator('tbody tr[data-index]').count()).toBe(count);
      await page.locator('tbody a').first().focus();
      await page.keyboard.press('u');
      await bar.getByText('Ångrat.').waitFor();
      await page.getByText('Inget i listan stämmer').waitFor();
      await page.reload();
      await page.getByText('Inget i listan stämmer').waitFor();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'shows one line for each patient with the municipality’s joint answer, and finds by name',
    async () => {
      const id = await test.told(ANNA, 42, [MARIAS_UNIT]);
      const page = await test.open(MARIA, '/?ordna=patienter');
      const line = page.locator('tr', { has: page.locator(`a[href="/arenden/${id}"]`) });
      await line.getByText('Umeå kommun: väntar på Biståndsenheten Umeå norr').waitFor();
      expect(await line.count()).toBe(1);
      const { name } = demoPatient(42);
      await page.keyboard.press('/');
      await page.keyboard.type(name);
      await line.waitFor();
      expect(page.url()).not.toContain(encodeURIComponent(name));
      await page.getByLabel('Sök i listan').fill('Ingensådan');
      await line.waitFor({ state: 'detached' });
      expect(await faultsOnScreens(page)).toEqual([]);
    },
    JOURNEY_MS_MAX,
  );

  it(
    'hands the patients of one fast vårdkontakt over to another, who stands above them then',
    async () => {
      const id = await test.told(ANNA, 44, ['ersboda-halsocentral']);
      const helena = { staff: 'helena-burman', name: 'Helena Burman', phone: '090-785 10 11' };
      await test.give(HELENA, id, 'appoint-fast-vardkontakt', helena);
      const page = await test.open(HELENA, '/?ordna=patienter');
      const group = (name: string) =>
        page.locator('.contact-group', { hasText: `Fast vårdkontakt: ${name}` });
      await group('Helena Burman').getByText(demoPatient(44).name).waitFor();
      await page.getByText('Lämna över patienter till en kollega').click();
      await page.getByLabel('Från').selectOption('Helena Burman');
      const colleagues = await page.getByLabel('Till').locator('option').allTextContents();
      expect(colleagues).not.toContain('Helena Burman');
      const colleague = colleagues[1] ?? '';
      await page.getByLabel('Till').selectOption(colleague);
      const send = page.getByRole('button', { name: 'Lämna över' });
      expect(await send.isDisabled()).toBe(true);
      await page.getByLabel('Kollegans telefon').fill('ingen');
      await send.click();
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Kollegans telefon').fill('090-785 10 12');
      await send.click();
      await page.getByText('1 patient har fått ny fast vårdkontakt.').waitFor();
      await group(colleague).getByText(demoPatient(44).name).waitFor();
      expect(await faultsOnScreens(page)).toEqual([]);
    },
    JOURNEY_MS_MAX,
  );

  it(
    'speaks English when asked to, also in what comes from the server',
    async () => {
      const page = await test.open(MARIA, '/');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor();
      await page.getByLabel('Search the list').fill('Start planning the measures');
      await page.getByRole('link', { name: 'Start planning the measures' }).first().waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    },
    JOURNEY_MS_MAX,
  );
});

function focusedText(page: { evaluate<T>(script: string): Promise<T> }): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent');
}
