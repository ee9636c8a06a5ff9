import { demoPatient } from '@hemgang/demo';
import { ANNA, describeWith, HELENA, MARIA, SUSANNE } from '@hemgang/testing';
import type { Page } from 'playwright-core';
import { BrowserTest, JOURNEY_MS_MAX, START_MS_MAX } from './browser.fixture';
import { keyboard, pointer, type Hands } from './hands.fixture';

/** Promised for two browsers that look at one case. */
const SEEN_WITHIN_MS = 2_000;

describeWith('chromium', 'the main tasks of each role', () => {
  let test: BrowserTest;
  let patients = 0;

  beforeAll(async () => {
    test = await BrowserTest.start();
  }, START_MS_MAX);

  afterAll(() => test.stop());

  const ways: readonly [string, (page: Page) => Hands][] = [
    ['a pointer', pointer],
    ['the keyboard alone', keyboard],
  ];

  /** Opens a command, wherever it stands, and sends it once its form is filled in. */
  async function give(
    page: Page,
    hands: Hands,
    command: string,
    fill: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const button = page.getByRole('button', { name: new RegExp(`^${command}`) }).first();
    await page.getByRole('heading', { name: 'Vad du kan göra' }).waitFor();
    const folded = page.locator('details:not([open]) > summary', { hasText: 'Annat du kan göra' });
    await button.or(folded).first().waitFor();
    if (!(await button.isVisible())) await hands.press('Annat du kan göra');
    await button.waitFor();
    await hands.press(command);
    await page.getByRole('heading', { level: 3, name: command }).waitFor();
    await fill();
    await hands.send(command);
    await page.getByText(new RegExp(`^Sparat .*${command}`)).waitFor();
  }

  const nextPatient = () => demoPatient((patients += 1));

  async function writePatient(hands: Hands): Promise<string> {
    const { number, name } = nextPatient();
    await hands.write('Personnummer', number);
    await hands.write('Namn', name);
    return name;
  }

  it.each(ways)(
    'a ward admits, tells the receivers and marks the patient as ready, by %s',
    async (_, handsOn) => {
      const page = await test.open(ANNA, '/');
      const hands = handsOn(page);
      await hands.press('Ärenden');
      await hands.press('Skriv in patient');
      await page.getByRole('heading', { level: 1, name: 'Skriv in patient' }).waitFor();
      const name = await writePatient(hands);
      await hands.write('Folkbokföringsadress', 'Storgatan 1, 903 26 Umeå');
      await hands.pick('Folkbokföringskommun', 'Umeå');
      await hands.tick('Socialtjänst');
      await hands.write('Läkare som har gjort bedömningen', 'Erik Sandström');
      await hands.send('Skriv in patient');
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await give(page, hands, 'Skicka inskrivningsmeddelande', async () => {
        await hands.write('Sök på enhet eller kommun', 'bistånd umeå norr');
        await hands.tick('Biståndsenheten Umeå norr');
        await hands.noon('Beräknad utskrivning');
      });
      await give(page, hands, 'Patienten är utskrivningsklar', async () => {
        await hands.write('Läkare', 'Erik Sandström');
        await hands.press('Nu');
      });
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it.each(ways)(
    'a municipality acknowledges and answers, by %s',
    async (_, handsOn) => {
      const { name } = demoPatient(patients + 1);
      patients += 1;
      await test.told(ANNA, patients, ['umea-bistand-norr']);
      const page = await test.open(MARIA, '/');
      const hands = handsOn(page);
      await page
        .getByRole('link', { name: new RegExp(`^${name}`) })
        .first()
        .waitFor();
      await hands.press(name);
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await give(page, hands, 'Kvittera');
      await give(page, hands, 'Svara om patienten', async () => {
        await hands.tick('Ja, känd hos oss');
        await hands.write('Insatser i dag', 'Hemtjänst morgon och kväll.');
      });
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it.each(ways)(
    'a hälsocentral offers a SIP and writes down the consent, by %s',
    async (_, handsOn) => {
      const page = await test.open(HELENA, '/');
      const hands = handsOn(page);
      await hands.press('SIP');
      await hands.press('Starta en SIP');
      await page.getByRole('heading', { level: 1, name: 'Starta en SIP' }).waitFor();
      const name = await writePatient(hands);
      await hands.write('Behov', 'Hemsjukvård och hemtjänst.');
      await hands.send('Starta en SIP');
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await give(page, hands, 'SIP är erbjuden');
      await give(page, hands, 'Anteckna samtycke', async () => {
        await hands.tick('Personen själv');
        await hands.tick('Muntligt');
        await hands.write('Vad samtycket omfattar', 'Allt som rör vården hemma.');
      });
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it.each(ways)(
    'an administrator opens a settlement and follows up the log, by %s',
    async (way, handsOn) => {
      const page = await test.open(SUSANNE, '/');
      const hands = handsOn(page);
      await hands.press('Avräkningar');
      await hands.press('Öppna en avräkning');
      await page.getByRole('heading', { level: 1, name: 'Öppna en avräkning' }).waitFor();
      await hands.pick('Folkbokföringskommun', way === 'a pointer' ? 'Umeå' : 'Skellefteå');
      await hands.write('Månad', '2026-01');
      await hands.send('Öppna en avräkning');
      await page.getByRole('heading', { level: 1, name: 'Avräkning', exact: true }).waitFor();
      await hands.press('Loggkontroll');
      await hands.press('Välj ut rader');
      await page.getByRole('button', { name: 'Befogad' }).first().waitFor();
      await hands.press('Befogad');
      await page.getByText('Befogad', { exact: true }).first().waitFor();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'are seen in the other browser within two seconds',
    async () => {
      patients += 1;
      const id = await test.told(ANNA, patients, ['umea-bistand-norr']);
      const ward = await test.open(ANNA, `/arenden/${id}`);
      const municipality = await test.open(MARIA, `/arenden/${id}`);
      await ward
        .getByText('Ingen har kvitterat')
        .or(ward.locator('.timeline h3'))
        .first()
        .waitFor();
      await give(municipality, pointer(municipality), 'Kvittera');
      await ward
        .locator('.timeline h3', { hasText: /^Kvittera$/ })
        .waitFor({ timeout: SEEN_WITHIN_MS });
      await ward.context().close();
      await municipality.context().close();
    },
    JOURNEY_MS_MAX,
  );
});
