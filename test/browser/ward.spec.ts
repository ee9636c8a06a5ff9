import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { DEMO_COUNTY, demoPatient } from '@hemgang/demo';
import { ANNA, describeWith, HELENA, MARIA } from '@hemgang/testing';
import { formatInstant, HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import type { Page } from 'playwright-core';
import {
  BrowserTest,
  faultsOnScreens,
  JOURNEY_MS_MAX,
  localInput,
  START_MS_MAX,
  tabTo,
} from './browser.fixture';
import { keyboard } from './hands.fixture';

/** Programs and style sheets of the first screen, as gzip makes them: a second on a slow line of a ward. */
const FIRST_SCREEN_BYTES_MAX = 200_000;

const DAY_MS = 24 * HOUR_MS;

describeWith('chromium', 'a ward in a browser', () => {
  let test: BrowserTest;

  beforeAll(async () => {
    test = await BrowserTest.start();
  }, START_MS_MAX);

  afterAll(() => test.stop());

  it(
    'signs in, admits a patient and sends the notice, which the municipality then reads',
    async () => {
      const { number, name } = demoPatient(0);
      const page = await test.open(null, '/');
      await page.getByLabel('Sök på namn, enhet eller kommun').fill('anna lundgren');
      await page.getByRole('button', { name: /^Anna Lundgren/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Att göra' }).waitFor();

      await page.getByRole('link', { name: 'Ärenden' }).click();
      await page.getByRole('link', { name: 'Skriv in patient' }).click();
      await page.getByLabel('Personnummer, samordningsnummer').fill(number);
      await page.getByLabel('Namn').fill(name);
      await page.getByLabel('Folkbokföringsadress').fill('Storgatan 1, 903 26 Umeå');
      await page.getByLabel('Folkbokföringskommun').selectOption('Umeå');
      await page.getByLabel('Socialtjänst').check();
      await page.getByLabel('Läkare som har gjort bedömningen').fill('Erik Sandström');
      await page.getByRole('button', { name: 'Skriv in patient' }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();

      await page.getByRole('button', { name: 'Skicka inskrivningsmeddelande' }).click();
      await page.getByLabel('Sök på enhet eller kommun').fill('bistånd umeå norr');
      await page.getByLabel('Biståndsenheten Umeå norr').check();
      await page.getByLabel('Beräknad utskrivning').fill('2099-01-01T12:00');
      await page
        .locator('form')
        .getByRole('button', { name: 'Skicka inskrivningsmeddelande' })
        .click();
      await page.getByText(/^Sparat .* Skicka inskrivningsmeddelande\.$/).waitFor();

      const address = new URL(page.url()).pathname;
      const municipality = await test.open(MARIA, address);
      await municipality.getByRole('heading', { level: 1, name }).waitFor();
      // The ward typed Swedish time on a computer that believes to be in New York.
      await municipality.getByText('tor 1/1 2099 12:00').first().waitFor();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'has its worklist within 200 kB, compressed',
    async () => {
      const page = await test.open(ANNA, '/');
      await page.getByRole('heading', { level: 1, name: 'Att göra' }).waitFor();
      const loaded = await page.evaluate<string[]>(
        "performance.getEntriesByType('resource').map(({ name }) => name)",
      );
      const programs = loaded.filter((address) => /\.(js|css)$/.test(address));
      expect(programs.length).toBeGreaterThan(3);
      const bytes = programs.map(async (address) => {
        const file = await (await fetch(address)).arrayBuffer();
        return gzipSync(Buffer.from(file)).length;
      });
      const sum = (await Promise.all(bytes)).reduce((all, one) => all + one, 0);
      expect(sum).toBeLessThanOrEqual(FIRST_SCREEN_BYTES_MAX);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'prints the sheet for its patient from the case, without a script in it',
    async () => {
      const id = await test.told(ANNA, 5, ['umea-bistand-norr', 'ersboda-halsocentral']);
      const page = await test.open(ANNA, `/arenden/${id}`);
      const opened = page.waitForEvent('popup');
      await page.getByRole('link', { name: 'Blad till patienten' }).click();
      const sheet = await opened;
      await sheet.getByRole('heading', { level: 1, name: 'När du kommer hem' }).waitFor();
      await sheet.getByText('Biståndsenheten Umeå norr').first().waitFor();
      expect(await sheet.locator('script').count()).toBe(0);
      await sheet.getByRole('link', { name: 'English' }).click();
      await sheet.getByRole('heading', { name: 'If nobody comes' }).waitFor();
      expect(await faultsOnScreens(sheet)).toEqual([]);
      await sheet.emulateMedia({ media: 'print' });
      expect(await faultsOnScreens(sheet)).toEqual([]);
    },
    JOURNEY_MS_MAX,
  );

  it(
    'is proposed receivers with their reasons, and warned before it sends to another',
    async () => {
      const { number, name } = demoPatient(7);
      const nameOf = (kind: string) =>
        DEMO_COUNTY.units.find((unit) => unit.kind === kind && unit.municipality === '2460')?.name;
      const page = await test.open(ANNA, '/arenden/ny');
      await page.getByLabel('Personnummer, samordningsnummer').fill(number);
      await page.getByLabel('Namn').fill(name);
      await page.getByLabel('Folkbokföringsadress').fill('Storgatan 1, 911 31 Vännäs');
      await page.getByLabel('Folkbokföringskommun').selectOption('Vännäs');
      await page.getByLabel('Listad på hälsocentral').selectOption('teg-halsocentral');
      await page.getByLabel('Socialtjänst').check();
      await page.getByLabel('Regionens öppna vård').check();
      await page.getByLabel('Läkare som har gjort bedömningen').fill('Erik Sandström');
      await page.getByRole('button', { name: 'Skriv in patient' }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();

      await page.getByRole('button', { name: 'Skicka inskrivningsmeddelande' }).click();
      await page.getByText('Patienten är folkbokförd i Vännäs kommun').waitFor();
      await page.getByText('Patienten är listad här').waitFor();
      for (const proposed of [nameOf('municipal-social') ?? '', 'Tegs hälsocentral']) {
        expect(await page.getByLabel(proposed).isChecked()).toBe(true);
      }
      const warning = page.getByText('Enheten hör till Umeå kommun');
      expect(await warning.count()).toBe(0);
      await page.getByLabel('Biståndsenheten Umeå norr').check();
      await warning.waitFor();
      await page.getByText('Vännäs kommun får inte veta något.').waitFor();
      expect(await faultsOnScreens(page)).toEqual([]);
      await page.getByLabel('Biståndsenheten Umeå norr').uncheck();
      expect(await warning.count()).toBe(0);
      await page.getByLabel('Beräknad utskrivning').fill('2099-01-01T12:00');
      await page
        .locator('form')
        .getByRole('button', { name: 'Skicka inskrivningsmeddelande' })
        .click();
      await page.getByText(/^Sparat .* Skicka inskrivningsmeddelande\.$/).waitFor();
      await page.getByRole('heading', { level: 3, name: 'Tegs hälsocentral' }).waitFor();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'writes to the municipality, which answers, and copies the answer into its own record',
    async () => {
      const id = await test.told(ANNA, 1, ['umea-bistand-norr']);
      const page = await test.open(ANNA, `/arenden/${id}`);
      const messages = page.getByRole('region', { name: 'Meddelanden' });
      await messages.getByText('Ingen har skrivit något till er här').waitFor();
      await messages.getByRole('button', { name: 'Skriv ett meddelande' }).click();
      const form = page.locator('form');
      // The only one to write to is chosen, and it is not acute.
      expect(await form.getByLabel('Biståndsenheten Umeå norr').isChecked()).toBe(true);
      await form.getByLabel('Hjälpmedel').check();
      await form.getByLabel('Text').fill('Rullatorn är utprovad.');
      const mimeType = 'text/plain';
      const note = { name: 'Utprovning.txt', mimeType, buffer: Buffer.from('Höjd 92 cm.') };
      const fake = { name: 'sida.txt', mimeType, buffer: Buffer.from('<html>') };
      await form.getByLabel('Välj filer').setInputFiles([note, fake]);
      await form.getByText('Filen är inte det den sägs vara.').waitFor();
      await form.getByRole('button', { name: 'Släng sida.txt' }).click();
      await form.getByRole('button', { name: 'Ta bort Utprovning.txt' }).waitFor();
      await form.getByRole('button', { name: 'Skicka meddelande' }).click();
      await messages.getByText(/Biståndsenheten Umeå norr: väntar, senast/).waitFor();

      const other = await test.open(MARIA, `/arenden/${id}`);
      const theirs = other.getByRole('region', { name: 'Meddelanden' });
      await theirs.getByText('Rullatorn är utprovad.').waitFor();
      const saving = other.waitForEvent('download');
      await theirs.getByRole('link', { name: 'Utprovning.txt' }).click();
      const saved = await saving;
      expect(saved.suggestedFilename()).toBe('Utprovning.txt');
      expect(readFileSync(await saved.path(), 'utf8')).toBe('Höjd 92 cm.');
      await theirs.getByRole('button', { name: /^Svara/ }).click();
      await other.getByRole('heading', { name: /^Skicka meddelande: Svar till Anna/ }).waitFor();
      await other.locator('form').getByLabel('Text').fill('Tack, då hämtar vi den.');
      await other.locator('form').getByRole('button', { name: 'Skicka meddelande' }).click();
      await theirs.getByText(/besvarat .* av Maria Forsberg/).waitFor();

      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await messages.getByText('Tack, då hämtar vi den.').waitFor();
      const copy = messages.getByRole('button', { name: /^Kopiera som text: .*Maria Forsberg/ });
      await copy.click();
      await messages.getByText('Kopierat.').waitFor();
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(copied).toMatch(/^Meddelande i Hemgång: Hjälpmedel\nFrån: Maria Forsberg, /);
      expect(copied).toContain('Tack, då hämtar vi den.');
    },
    JOURNEY_MS_MAX,
  );

  it(
    'and a hälsocentral in a SIP, until the person takes her consent back',
    async () => {
      const id = await test.sip(HELENA, 5, 'umea-bistand-norr');
      const page = await test.open(HELENA, `/sip/${id}`);
      const messages = page.getByRole('region', { name: 'Meddelanden' });
      await messages.getByRole('button', { name: 'Skriv ett meddelande' }).click();
      const form = page.locator('form');
      expect(await form.getByLabel('Biståndsenheten Umeå norr').isChecked()).toBe(true);
      await form.getByLabel('Planering').check();
      await form.getByLabel('Text').fill('Ses vi hemma hos henne?');
      const note = { name: 'Karta.txt', mimeType: 'text/plain', buffer: Buffer.from('Gult hus.') };
      await form.getByLabel('Välj filer').setInputFiles([note]);
      await form.getByRole('button', { name: 'Ta bort Karta.txt' }).waitFor();
      await form.getByRole('button', { name: 'Skicka meddelande' }).click();
      await messages.getByText(/Biståndsenheten Umeå norr: väntar, senast/).waitFor();

      const other = await test.open(MARIA, `/sip/${id}`);
      const theirs = other.getByRole('region', { name: 'Meddelanden' });
      await theirs.getByText('Ses vi hemma hos henne?').waitFor();
      const saving = other.waitForEvent('download');
      await theirs.getByRole('link', { name: 'Karta.txt' }).click();
      expect(readFileSync(await (await saving).path(), 'utf8')).toBe('Gult hus.');
      await theirs.getByRole('button', { name: /^Kvittera: / }).click();
      const kvittens = other.locator('form').getByRole('button', { name: 'Kvittera meddelandet' });
      await kvittens.click();
      await messages.getByText(/kvitterat .* av Maria Forsberg/).waitFor();

      await test.give(HELENA, id, 'withdraw-consent', {}, 'sips');
      for (const one of [messages, theirs]) {
        await one
          .getByRole('button', { name: 'Skriv ett meddelande' })
          .waitFor({ state: 'detached' });
        await one.getByText('Ses vi hemma hos henne?').waitFor();
        expect(await one.getByRole('button', { name: /^(Svara|Skicka vidare)/ }).count()).toBe(0);
      }
    },
    JOURNEY_MS_MAX,
  );

  it(
    'enters two papers after an outage by the keyboard, each with both its times',
    async () => {
      const now = await test.now();
      const ago = (hours: number) => plusMs(now, -hours * HOUR_MS);
      const admission = { occurredAt: ago(6) };
      const told = { name: 'Maria Forsberg', channel: 'phone', at: ago(5) };
      const more = { admission, notice: { registered: told } };
      const id = await test.told(ANNA, 9, ['umea-bistand-norr'], more);
      const { name } = demoPatient(9);
      const page = await test.open(ANNA, '/arenden');
      const { keys, fill, paper, send } = atPapers(page, name, ago);
      await keys.press('Efter ett avbrott');
      await page.getByRole('heading', { level: 1, name: 'Efter ett avbrott' }).waitFor();
      await fill('Borta från', localInput(ago(4)));
      await fill('Tillbaka', localInput(ago(1)));
      await keys.press('Börja mata in');

      await paper(3, 'Ändra beräknad utskrivning');
      await fill('Beräknad utskrivning', '2099-02-01T12:00');
      await send('Ändra beräknad utskrivning');
      await paper(2, 'Patienten är utskrivningsklar');
      await fill('Läkare som har gjort bedömningen', 'Erik Sandström');
      await fill('När läkaren gjorde bedömningen', localInput(ago(2)));
      await send('Patienten är utskrivningsklar');

      const rows = page
        .getByRole('region', { name: 'Det här har du matat in' })
        .locator('tbody tr');
      await rows.nth(1).waitFor();
      const shown = async () =>
        Promise.all((await rows.all()).map((row) => row.locator('td').allTextContents()));
      const entered = await shown();
      const said = (hours: number) => formatInstant(ago(hours), 'sv');
      expect(entered.map(([what, actual]) => [what, actual])).toEqual([
        ['Ändra beräknad utskrivning', said(3)],
        ['Patienten är utskrivningsklar', said(2)],
      ]);
      for (const [, actual, registered, receivers] of entered) {
        expect(registered).not.toBe(actual);
        expect(receivers).toBe('Biståndsenheten Umeå norr: har inte bekräftat än');
      }

      expect(await faultsOnScreens(page)).toEqual([]);
      await page.reload();
      await rows.nth(1).waitFor();
      expect(await shown()).toEqual(entered);
      const kept = await page.evaluate<string>('JSON.stringify([localStorage, sessionStorage])');
      expect(kept).not.toContain(name);

      await page.goto(`/arenden/${id}`);
      const timeline = page.getByRole('region', { name: 'Vad som har hänt' });
      await timeline.getByText(`(hände ${said(3)})`).waitFor();
      await timeline.getByText(`(hände ${said(2)})`).waitFor();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'is told which fields are missing and is led to them',
    async () => {
      const page = await test.open(ANNA, '/arenden/ny');
      await page.getByRole('button', { name: 'Skriv in patient' }).click();
      await page.getByText('Rätta det här').waitFor();
      await page.getByRole('link', { name: /^Namn:/ }).click();
      await page.keyboard.type('Elsa Sjöström');
      expect(await page.getByLabel('Namn').inputValue()).toBe('Elsa Sjöström');
    },
    JOURNEY_MS_MAX,
  );

  it(
    'keeps what was typed when the server refuses, and says what is wrong',
    async () => {
      const page = await test.open(ANNA, '/arenden/ny');
      await page.getByLabel('Personnummer, samordningsnummer').fill('19460529-0000');
      await page.getByLabel('Namn').fill('Elsa Sjöström');
      await page.getByRole('button', { name: 'Skriv in patient' }).click();
      await page.locator('.message-error').waitFor();
      expect(await page.getByLabel('Namn').inputValue()).toBe('Elsa Sjöström');
      expect(await page.locator('.message-error').textContent()).toContain('Personnummer');
    },
    JOURNEY_MS_MAX,
  );

  // Moves the time of the service: nothing that counts in hours comes after it.
  it(
    'reads why a patient waited, as the municipality confirms it, and comments it',
    async () => {
      const id = await test.told(ANNA, 11, ['umea-bistand-norr']);
      const judgedAt = await test.now();
      await test.give(ANNA, id, 'mark-utskrivningsklar', { physician: 'Erik Sandström', judgedAt });
      await test.advance(3 * DAY_MS);
      const page = await test.open(MARIA, `/arenden/${id}`);
      await page.getByText('Dygn som utskrivningsklar: 3. Utan angiven orsak: 3.').waitFor();
      await page.getByRole('img', { name: 'Dygnen i ordning: 3 d Okänd orsak' }).waitFor();
      expect(await faultsOnScreens(page)).toEqual([]);
      await page.getByRole('button', { name: /^Bekräfta: / }).click();
      await page.getByLabel('Förklaring').fill('Nämnden sammanträdde först på torsdagen.');
      const form = page.locator('form');
      await form.getByRole('button', { name: 'Ange varför patienten väntade' }).click();
      await page.getByText('Utan angiven orsak: 0. Alla dygn har en orsak.').waitFor();

      const ward = await test.open(ANNA, `/arenden/${id}`);
      await ward.getByRole('img', { name: /^Dygnen i ordning: 3 d Biståndsbeslutet/ }).waitFor();
      await ward.getByRole('button', { name: /^Kommentera: / }).click();
      await ward.getByLabel('Kommentar', { exact: true }).fill('Beslutet var fattat dagen innan.');
      const answer = ward.locator('form');
      await answer.getByRole('button', { name: 'Kommentera en orsak till väntan' }).click();
      await ward.getByText(/ kommenterar: Beslutet var fattat dagen innan\.$/).waitFor();
      expect(await faultsOnScreens(ward)).toEqual([]);
    },
    JOURNEY_MS_MAX,
  );
});

/** Goes through the papers of an outage by the keyboard. @param ago so many hours ago, as an instant */
function atPapers(page: Page, name: string, ago: (hours: number) => Instant) {
  const keys = keyboard(page);
  const fill = async (label: string, text: string) => {
    await tabTo(page, label);
    await page.locator(':focus').fill(text);
  };
  const paper = async (hoursAgo: number, command: string) => {
    const of = page.locator('option', { hasText: name });
    await of.waitFor({ state: 'attached' });
    await keys.pick('Patient på papperet', name);
    await fill('Faktisk tid på papperet', localInput(ago(hoursAgo)));
    await keys.press('Välj vad som hände');
    await keys.press(command);
    await page.getByRole('heading', { level: 3, name: command }).waitFor();
    expect(await page.getByLabel('När det hände').inputValue()).toBe(localInput(ago(hoursAgo)));
  };
  const send = async (command: string) => {
    await fill('Namn', 'Maria Forsberg');
    await page.getByLabel('Telefon').focus();
    await page.keyboard.press('Space');
    await page.locator('form').getByRole('button', { name: command }).press('Enter');
    await page.getByText(`: ${command}. Skriv det på papperet.`).waitFor();
  };
  return { keys, fill, paper, send };
}
