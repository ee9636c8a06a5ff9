import { generateKeyPairSync } from 'node:crypto';
import { demoPatient } from '@hemgang/demo';
import { waitUntil } from '@hemgang/dev-services';
import { ANNA, describeWith, HELENA, MARIA, PETER, query, SUSANNE } from '@hemgang/testing';
import type { Page } from 'playwright-core';
import { WebhookReceiver } from '../api/webhook-receiver.fixture';
import { BrowserTest, faultsOnScreens, JOURNEY_MS_MAX, START_MS_MAX } from './browser.fixture';

/** Relay, handler and sender, on busy cores. */
const BROUGHT_MS_MAX = 20_000;

const RECEIVERS = ['umea-bistand-norr', 'ersboda-halsocentral'];

async function isSound(page: Page): Promise<void> {
  expect(await faultsOnScreens(page)).toEqual([]);
}

describeWith('chromium', 'the pages of access and privacy', () => {
  let test: BrowserTest;

  beforeAll(async () => {
    test = await BrowserTest.start();
  }, START_MS_MAX);

  afterAll(() => test.stop());

  it(
    'take somebody in and let her go again, keeping every rule of axe',
    async () => {
      const page = await test.open(PETER, '/behorigheter');
      await page.getByText(/^(Träffar|Fler än)/).waitFor();
      await isSound(page);
      await page.getByRole('link', { name: 'Lägg till person' }).click();
      await page.getByRole('button', { name: 'Spara' }).click();
      await page.getByText('Fyll i namn, enhet och minst en roll.').waitFor();
      const name = 'Prov Provsson';
      await page.getByLabel('Namn').fill(name);
      await page.getByLabel('Enhet').selectOption('umea-bistand-norr');
      await page.getByLabel('Biståndshandläggare').check();
      await isSound(page);
      await page.getByRole('button', { name: 'Spara' }).click();
      await page.getByLabel('Sök på namn').fill(name);
      await page.getByText('Träffar: 1').waitFor();
      await page.getByRole('link', { name }).click();
      await page.getByText('Nytt uppdrag').click();
      await isSound(page);
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
      // The page before has people of the same name of a unit.
      await page.locator('summary').getByText('Umeå norr').first().click();
      expect(await faultsOnScreens(page)).toEqual([]);
      const open = page.locator('details[open]');
      await open.getByLabel('Telefon').fill('090-123 45 67');
      await open.getByRole('button', { name: 'Spara', exact: true }).click();
      await page.getByText(', 090-123 45 67').waitFor();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'let a program in with its public key, never with a private one, and out again',
    async () => {
      const page = await test.open(PETER, '/behorigheter');
      await page.getByRole('link', { name: 'Program' }).click();
      await page.getByText('Inget program är registrerat hos er.').waitFor();
      await page.getByText('Registrera ett program').click();
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const keys = page.getByLabel('Publik nyckel');
      const save = page.getByRole('button', { name: 'Spara' });
      await page.getByLabel('Programmets namn').fill('Verksamhetssystemet');
      await page.getByLabel('Enhet', { exact: true }).selectOption('umea-bistand-norr');
      await page.getByLabel('Biståndshandläggare').check();
      await page.getByLabel('Läsa det som enheten får se').check();
      await keys.fill('{ "kty": ');
      await page.getByText('Det går inte att läsa som JSON.').waitFor();
      await isSound(page);
      await keys.fill(JSON.stringify({ ...pair.privateKey.export({ format: 'jwk' }), kid: 'ett' }));
      await save.click();
      await page.getByText('Det är en privat nyckel.').waitFor();
      await keys.fill(JSON.stringify({ ...pair.publicKey.export({ format: 'jwk' }), kid: 'ett' }));
      await save.click();
      await page.getByText('/oauth/token').waitFor();
      await page.getByRole('button', { name: 'Återkalla: Verksamhetssystemet' }).click();
      await isSound(page);
      await page.getByRole('button', { name: 'Ja, återkalla nu' }).click();
      await page.getByText('Återkallat').waitFor();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'let a system be told by the worker, show its secret once, and send again what was not delivered',
    async () => {
      const page = await test.open(PETER, '/behorigheter');
      await page.getByRole('link', { name: 'Webhookar' }).click();
      await page.getByText('Inget system är anmält.').waitFor();
      await page.getByText('Anmäl ett system').click();
      const save = page.getByRole('button', { name: 'Spara' });
      await save.click();
      await page.getByText('Fyll i adressen och välj minst en händelse.').waitFor();
      await page.getByLabel('Adress').fill('https://10.0.0.1/hemgang');
      await page.getByLabel('En uppgift har öppnats').check();
      await save.click();
      await page.getByText('Skriv ett namn som finns på internet').waitFor();
      await isSound(page);
      const receiver = await WebhookReceiver.start();
      await page.getByLabel('Adress').fill(receiver.url);
      await save.click();
      await page.getByText('whsec_').waitFor();
      await isSound(page);
      const first = await page.locator('code').innerText();
      await page.getByRole('button', { name: /^Ny hemlighet:/ }).click();
      await page.getByText('Den förra gäller vid sidan av i ett dygn').waitFor();
      await isSound(page);
      await page.getByRole('button', { name: 'Ny hemlighet', exact: true }).click();
      await page.getByText('Förra hemligheten gäller till').waitFor();
      const second = await page.locator('code').innerText();
      await test.told(ANNA, 40, ['umea-bistand-norr']);
      expect(await waitUntil(() => receiver.received.length === 3, BROUGHT_MS_MAX)).toBe(true);
      for (const secret of [first, second]) {
        const types = receiver.verified(secret).map(({ type }) => type);
        expect(new Set(types)).toEqual(new Set(['se.hemgang.duty.opened']));
      }
      await query(
        test.service.databaseUrl,
        `with d as (
           insert into webhook_deliveries (endpoint, key, kind, unit, case_id, case_type, seq, at, state,
                                           next_at, give_up_at, ended_at, error_code)
           select id, 'prov', 'duty.opened', 'umea-bistand-norr', gen_random_uuid(), 'discharge', 1,
                  now(), 'dead', now(), now(), now(), 'timeout' from webhook_endpoints returning id)
         insert into webhook_tries (delivery, at, ms, status, outcome)
         select id, now(), 15000, null, 'timeout' from d`,
      );
      await page.reload();
      await page.getByRole('link', { name: 'Inte levererat: 1' }).click();
      await page.getByText('Försök: 1').click();
      await page.getByText(': inget svar inom 15 sekunder').waitFor();
      await isSound(page);
      await page.getByRole('button', { name: 'Skicka om: prov' }).click();
      await page.getByText('Allt är levererat eller på väg.').waitFor();
      expect(await waitUntil(() => receiver.received.length === 4, BROUGHT_MS_MAX)).toBe(true);
      await receiver.goAway();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'keep hours, a watch and who is away; whoever has the watch hands it over herself',
    async () => {
      const page = await test.open(PETER, '/jour');
      await page.getByText('Ingen jour är upplagd.').waitFor();
      await page.getByText('Lägg upp en jour').click();
      const save = page.getByRole('button', { name: 'Spara' });
      await save.first().click();
      await page.getByText('Fyll i namn, minst en enhet').waitFor();
      await page.getByLabel('Namn, som avsändaren ser det').fill('Jour Umeå');
      await page.getByLabel('Biståndsenheten Umeå norr').check();
      await page.getByRole('button', { name: 'Lägg till ett pass' }).click();
      await page.getByLabel('Vem').first().selectOption({ label: 'Maria Forsberg' });
      await page.getByLabel('Från', { exact: true }).first().fill('2026-01-01T08:00');
      await page.getByLabel('Till', { exact: true }).first().fill('2036-01-01T08:00');
      await isSound(page);
      await save.first().click();
      await page.getByRole('heading', { name: 'Jour Umeå' }).waitFor();
      await page.getByText('nej, tar bara emot').waitFor();
      await page.locator('summary').getByText('Biståndsenheten Umeå norr').click();
      await page.getByText('Länets antagna öppettider').filter({ visible: true }).waitFor();
      await isSound(page);
      await page.context().close();

      const hers = await test.open(MARIA, '/jour');
      await hers.getByLabel('Lämna över till').selectOption({ index: 1 });
      await hers.getByRole('button', { name: 'Lämna över jouren' }).click();
      await hers.getByLabel('Lämna över till').waitFor({ state: 'detached' });
      await hers.getByText('Lägg in frånvaro').click();
      await hers.getByLabel('Från', { exact: true }).fill('2035-06-01T08:00');
      await hers.getByLabel('Till', { exact: true }).fill('2035-06-02T08:00');
      await hers.getByRole('button', { name: 'Spara' }).click();
      await hers.getByRole('button', { name: 'Tillbaka' }).click();
      await hers.getByText('Ingen frånvaro är inlagd.').waitFor();
      await isSound(hers);
      await hers.context().close();

      const again = await test.open(PETER, '/jour');
      await again.getByText('Ändra jouren').click();
      await again.getByRole('button', { name: 'Ta bort jouren' }).click();
      await again.getByRole('button', { name: 'Ja, ta bort jouren nu' }).click();
      await again.getByText('Ingen jour är upplagd.').waitFor();
      await again.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'name whom to ask about people with a protected identity',
    async () => {
      const page = await test.open(PETER, '/behorigheter/skydd');
      await page.getByText('Ingen är utsedd').waitFor();
      await page.getByRole('button', { name: 'Utse två' }).click();
      await page.getByText('Fyll i allt som behövs.').waitFor();
      await page.getByLabel('Sök på namn').fill('Maria Forsberg');
      await page.getByLabel('Maria Forsberg').check();
      await page.getByLabel('Sök på namn').fill('Peter Holmlund');
      await page.getByLabel('Peter Holmlund').check();
      await page.getByLabel('Telefon').fill('090-16 10 00');
      await isSound(page);
      await page.getByRole('button', { name: 'Utse två' }).click();
      await page.getByText('Maria Forsberg, Peter Holmlund').waitFor();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  /** Opens what can be done about the patient of a case. */
  async function about(user: string, id: string): Promise<Page> {
    const page = await test.open(user, `/arenden/${id}`);
    await page.getByText('Skydd, spärr och motsägande').click();
    return page;
  }

  /** Does one of it. */
  async function doing(page: Page, label: string, fill: () => Promise<void>): Promise<void> {
    await page.getByRole('button', { name: label }).click();
    await fill();
    await page.locator('form').getByRole('button', { name: label }).click();
  }

  const nothing = () => Promise.resolve();

  it(
    'hide somebody by grade, name whom to ask, and take a case outside',
    async () => {
      const id = await test.told(ANNA, 50, RECEIVERS);
      const page = await about(ANNA, id);
      await query(test.service.databaseUrl, 'update sessions set stepped_up_until = null');
      const protect = 'Ange skyddade personuppgifter';
      await doing(page, protect, () => page.getByLabel('Sekretessmarkering').check());
      await page.getByRole('button', { name: 'Legitimera dig igen' }).click();
      await page.getByText('Klart: du har legitimerat dig.').waitFor();
      expect(await page.getByLabel('Sekretessmarkering').isChecked()).toBe(true);
      await isSound(page);
      await page.locator('form').getByRole('button', { name: protect }).click();
      await page.getByText(`: ${protect}.`).waitFor();
      await page.getByText('Du ser vad som ska göras, men inte vem det gäller.').waitFor();
      await doing(page, 'Utse kontakter hos er', async () => {
        await page.getByLabel('Anna Lundgren').check();
        await page.getByLabel('Erik Sandström').check();
        await page.getByLabel('Telefon').fill('090-785 00 00');
        await isSound(page);
      });
      await page.getByText('Du är en av dem som får veta vem det gäller.').waitFor();
      await doing(page, 'Hantera ärendet utanför verktyget', () => isSound(page));
      await page.getByText('Ärendet hanteras utanför verktyget').waitFor();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'block what a unit has written, open it with a reason, and keep an objection',
    async () => {
      const id = await test.told(ANNA, 51, RECEIVERS);
      const page = await about(ANNA, id);
      const block = 'Spärra det vår enhet skriver';
      await doing(page, block, () => page.getByLabel('En vårdnadshavare').check());
      await page.getByText('En vårdnadshavare kan inte spärra barnets uppgifter.').waitFor();
      await isSound(page);
      await page.getByLabel('Patienten', { exact: true }).check();
      await page.locator('form').getByRole('button', { name: block }).click();
      await page.getByText('Patienten spärrar det som er enhet skriver.').waitFor();
      await doing(page, 'Patienten motsätter sig utlämnande', () =>
        page.getByLabel('En företrädare').check(),
      );
      await page.getByText(/^Patienten motsätter sig sedan/).waitFor();

      const other = await about(HELENA, id);
      await other.getByText('Det finns spärrade uppgifter').waitFor();
      await other.getByRole('button', { name: 'Läs spärrade uppgifter' }).click();
      await other.getByLabel('Varför behöver du veta det?').fill('Medvetslös.');
      await other.getByRole('button', { name: 'Visa vilka enheter' }).click();
      await other.getByLabel('Medicinavdelning 2, NUS').check();
      await other.getByLabel(/^Nödsituation/).check();
      await isSound(other);
      await other.getByRole('button', { name: 'Öppna i en timme' }).click();
      await other.getByText(/öppet för dig till/).waitFor();
      expect(await other.getByText('Det finns spärrade uppgifter').count()).toBe(0);
      await other.context().close();

      await doing(page, 'Häv vår enhets spärr', nothing);
      await page.getByText(': Häv vår enhets spärr.').waitFor();
      await doing(page, 'Patienten motsätter sig inte längre', nothing);
      await page.getByText(': Patienten motsätter sig inte längre.').waitFor();
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'follow up the log, line by line',
    async () => {
      const page = await test.open(SUSANNE, '/loggkontroll');
      await page.getByText('Inget urval ännu.').waitFor();
      await isSound(page);
      await page.getByRole('button', { name: 'Välj ut rader' }).click();
      await page.getByRole('button', { name: 'Befogad' }).first().click();
      await page.getByText('Befogad', { exact: true }).first().waitFor();
      await isSound(page);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'give the patient her extract on paper: the facts, the pages counted, and no ways to go on',
    async () => {
      const { number } = demoPatient(51);
      const page = await test.open(SUSANNE, '/loggutdrag');
      await page.getByLabel('Personnummer').fill(number);
      await page.getByRole('button', { name: 'Ta fram utdraget' }).click();
      await page.getByText(`Gäller personnummer ${number}.`).waitFor();
      await page.locator('.extract tbody tr').first().waitFor();
      await isSound(page);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const gone of ['.header', 'form', '.extract button', '.training-clock']) {
        expect([gone, await page.locator(gone).first().isVisible()]).toEqual([gone, false]);
      }
      expect(await page.locator('.training').isVisible()).toBe(true);
      const colours = await page.evaluate<string[]>(
        `(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.documentElement))`,
      );
      expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
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
