import { demoPatient } from '@hemgang/demo';
import { ANNA, describeWith, HELENA, MARIA } from '@hemgang/testing';
import type { Page } from 'playwright-core';
import { BrowserTest, faultsOnScreens, JOURNEY_MS_MAX, START_MS_MAX } from './browser.fixture';

/** Settles months for the region. */
const SUSANNE = 'susanne-agren-region-betalning';

/** What can be pressed on a page of what has been, beside copying what is read. */
const STEPS = ['Föregående händelse', 'Nästa händelse', 'Visa', 'Kopiera som text'];

const RECEIVERS = ['umea-bistand-norr', 'umea-hemsjukvard-norr', 'ersboda-halsocentral'];

describeWith('chromium', 'pages that somebody has done something with', () => {
  let test: BrowserTest;
  let caseId: string;
  let sipId: string;
  let settlementId: string;

  beforeAll(async () => {
    test = await BrowserTest.start();
    caseId = await test.told(ANNA, 0, RECEIVERS);
    await test.give(MARIA, caseId, 'acknowledge');
    await test.give(ANNA, caseId, 'send-message', {
      ...{ to: RECEIVERS, category: 'hjalpmedel', priority: 'acute' },
      text: 'Rullatorn är utprovad.\nDen följer med hem.',
    });
    settlementId = await test.settlement(SUSANNE);
    sipId = await test.sip(HELENA, 1, 'umea-bistand-norr');
    const planning = { to: ['umea-bistand-norr'], category: 'planering', priority: 'ordinary' };
    await test.give(HELENA, sipId, 'send-message', { ...planning, text: 'Ses vi hemma?' }, 'sips');
  }, START_MS_MAX);

  afterAll(() => test.stop());

  /** How a reader gets there. */
  const pages: Record<string, () => Promise<Page>> = {
    'signing in': async () => {
      const page = await test.open(null, '/');
      await page.getByLabel('Sök på namn').fill('umeå norr');
      await page.getByRole('button', { name: /^Maria Forsberg/ }).waitFor();
      return page;
    },
    'the worklist': async () => {
      const page = await test.open(MARIA, '/');
      await page.getByText('Regel').first().click();
      return page;
    },
    'an empty worklist': async () => {
      const page = await test.open(MARIA, '/');
      await page.getByRole('button', { name: 'Försenade' }).click();
      await page.getByText('Inget i listan stämmer').waitFor();
      return page;
    },
    'a case with everything open': async () => {
      const page = await test.open(MARIA, `/arenden/${caseId}`);
      await page.locator('.timeline h3').first().waitFor();
      for (const closed of await page.locator('main details > summary').all()) await closed.click();
      return page;
    },
    'a case as it stood': async () => {
      const page = await test.open(ANNA, `/arenden/${caseId}`);
      await stepBack(page);
      expect(await page.getByRole('button', { name: 'Kvittera' }).count()).toBe(0);
      return page;
    },
    'a SIP as it stood': async () => {
      const page = await test.open(HELENA, `/sip/${sipId}`);
      await stepBack(page);
      await page.locator('#plan').waitFor();
      await page.locator('.timeline h3').first().waitFor();
      // No command, no message, no plan to write and no meeting for a calendar.
      const names = await page.locator('main button').allTextContents();
      expect(names.filter((name) => !STEPS.includes(name.trim()))).toEqual([]);
      expect(await page.locator('main a[href$="/plan"], main a[download]').count()).toBe(0);
      return page;
    },
    'a case before it was': async () => {
      const page = await test.open(ANNA, `/arenden/${caseId}/historik?at=2020-01-01T00:00:00Z`);
      await page.getByText('Ärendet fanns inte då.').waitFor();
      return page;
    },
    'the wall of a ward': async () => {
      const page = await test.open(ANNA, '/tavla');
      await page.locator('.board tbody tr').first().waitFor();
      expect(await page.locator('.board a, .board button').count()).toBe(0);
      expect(await page.locator('.board').textContent()).not.toContain(demoPatient(0).name);
      return page;
    },
    'a form with faults': async () => {
      const page = await test.open(ANNA, '/arenden/ny');
      await page.getByText('Det hände vid en annan tid').click();
      await page.getByRole('button', { name: 'Skriv in patient' }).click();
      await page.getByText('Rätta det här').waitFor();
      return page;
    },
    'a form that picks receivers': async () => {
      const page = await test.open(ANNA, '/arenden/ny');
      await page.getByLabel('Personnummer, samordningsnummer').fill(nextNumber());
      await page.getByLabel('Namn').fill('Elsa Sjöström');
      await page.getByLabel('Socialtjänst').check();
      await page.getByLabel('Läkare').fill('Erik Sandström');
      await page.getByRole('button', { name: 'Skriv in patient' }).click();
      await page.getByRole('button', { name: 'Skicka inskrivningsmeddelande' }).click();
      await page.getByLabel('Sök på enhet eller kommun').waitFor();
      return page;
    },
    'a SIP with everything open': async () => {
      const page = await test.open(MARIA, `/sip/${sipId}`);
      await page.locator('.timeline h3').first().waitFor();
      for (const closed of await page.locator('main details > summary').all()) await closed.click();
      return page;
    },
    'the next version of a plan': async () => {
      const page = await test.open(HELENA, '/sip');
      await page.locator(`a[href="/sip/${sipId}"]`).click();
      const write = { name: 'Skriv en version av planen', exact: true };
      await page.getByText(/^Annat du kan göra/).click();
      await page.getByRole('button', write).click();
      await page.getByRole('button', { name: 'Lägg till: Insatser' }).click();
      await page.getByText('Insatser 2').waitFor();
      return page;
    },
    'a settlement': async () => {
      const page = await test.open(SUSANNE, '/avrakningar');
      await page.locator(`a[href="/avrakningar/${settlementId}"]`).click();
      await page.locator('.timeline h3').first().waitFor();
      return page;
    },
    'an avvikelse, reported in two clicks': async () => {
      const page = await test.open(MARIA, `/arenden/${caseId}`);
      await page.getByRole('link', { name: 'Rapportera avvikelse' }).click();
      await page.getByLabel('Information saknades').check();
      await page.getByRole('button', { name: 'Skicka' }).click();
      await page.getByRole('link', { name: 'Till ärendet där det hände' }).waitFor();
      await page.locator('.timeline h3').first().waitFor();
      return page;
    },
    'the form of an avvikelse': async () => {
      const page = await test.open(MARIA, `/avvikelser/ny/discharges/${caseId}`);
      await page.getByRole('button', { name: 'Skicka' }).click();
      await page.getByText('Rätta det här').waitFor();
      return page;
    },
    'the answer to an avvikelse': async () => {
      const page = await test.open(ANNA, '/');
      await page.getByRole('link', { name: /Ta emot avvikelsen/ }).click();
      await page.getByRole('button', { name: 'Ta emot', exact: true }).click();
      await page.getByRole('button', { name: 'Ta emot', exact: true }).click();
      await page.getByRole('button', { name: 'Svara', exact: true }).click();
      await page.getByLabel('Vad som har gjorts, och ska göras').waitFor();
      return page;
    },
    'the patterns of avvikelser': async () => {
      const page = await test.open(SUSANNE, '/avvikelser');
      await page.getByRole('link', { name: 'Mönster i avvikelser' }).click();
      await page.getByRole('button', { name: /^Information saknades/ }).click();
      await page.getByRole('heading', { name: 'Avvikelser: Information saknades' }).waitFor();
      return page;
    },
    'the sheet of a patient, on paper': () => onPaper(ANNA, sheetOf('discharges', caseId)),
    'a plan in large print': () => test.open(HELENA, sheetOf('sips', sipId)),
    'a plan in large print, on paper': () => onPaper(HELENA, sheetOf('sips', sipId)),
    'a case that is not ours': async () => {
      const page = await test.open(MARIA, '/arenden/00000000-0000-4000-8000-000000000000');
      await page.getByText('Det finns inte här').waitFor();
      return page;
    },
  };

  it.each(Object.entries(pages))(
    'breaks no rule of axe and does not scroll sideways, by day, by night, on a telephone: %s',
    async (_, visit) => {
      const page = await visit();
      expect(await faultsOnScreens(page)).toEqual([]);
      await page.context().close();
    },
    JOURNEY_MS_MAX,
  );

  it('has asked nobody but its own server', () => {
    expect([...test.origins]).toEqual([test.service.url]);
  });

  it('has kept the Content-Security-Policy and thrown nothing', () => {
    // "Nobody is signed in", "there is no such case" and "it was not there then" are answers; the
    // browser calls them errors.
    const answered = /status of (401|404|422)/;
    expect(test.complaints.filter((text) => !answered.test(text))).toEqual([]);
  });

  /** From the page of a case to what it was before its latest event. */
  async function stepBack(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Visa som det var' }).click();
    await page.getByText('Så här såg ärendet ut').waitFor();
    const latest = page.getByText('Senast hade hänt');
    const before = await latest.textContent();
    await page.getByRole('button', { name: 'Föregående händelse' }).click();
    await page.getByText(before ?? '', { exact: true }).waitFor({ state: 'hidden' });
    await latest.waitFor();
  }

  const sheetOf = (path: string, id: string) =>
    `/api/v1/${path}/${id}/patient-sheet?print=large&headings=se`;

  async function onPaper(user: string, path: string): Promise<Page> {
    const page = await test.open(user, path);
    await page.emulateMedia({ media: 'print' });
    return page;
  }

  let patients = 100;
  function nextNumber(): string {
    patients += 1;
    return demoPatient(patients).number;
  }
});
