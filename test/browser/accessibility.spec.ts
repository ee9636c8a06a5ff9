import { demoPatient } from '@hemgang/demo';
import { ANNA, describeWith, HELENA, IS_FULL, MARIA } from '@hemgang/testing';
import type { Page } from 'playwright-core';
import {
  axeFindings,
  BrowserTest,
  JOURNEY_MS_MAX,
  sidewaysScroll,
  START_MS_MAX,
  type PageOptions,
} from './browser.fixture';

/** Settles months for the region. */
const SUSANNE = 'susanne-agren-region-betalning';

const RECEIVERS = ['umea-bistand-norr', 'umea-hemsjukvard-norr', 'ersboda-halsocentral'];

const IN_THE_DARK: readonly PageOptions[] = [
  { width: 1366, colorScheme: 'dark' },
  { width: 390, colorScheme: 'dark' },
];

/** As the reader may meet them; 390 px is a telephone. The full run looks in the dark as well. */
const SCREENS: readonly PageOptions[] = [
  { width: 1366, colorScheme: 'light' },
  { width: 390, colorScheme: 'light' },
  ...(IS_FULL ? IN_THE_DARK : []),
];

/** With most on them: on a telephone the quick run looks at these alone. */
const CROWDED = [
  'the worklist',
  'a case with everything open',
  'a form that picks receivers',
  'the next version of a plan',
];

describeWith('chromium', 'every page', () => {
  let test: BrowserTest;
  let caseId: string;
  let sipId: string;
  let settlementId: string;

  beforeAll(async () => {
    test = await BrowserTest.start();
    caseId = await test.told(ANNA, 0, RECEIVERS);
    await test.give(MARIA, caseId, 'acknowledge');
    settlementId = await test.settlement(SUSANNE);
    sipId = await test.sip(HELENA, 1, 'umea-bistand-norr');
  }, START_MS_MAX);

  afterAll(() => test.stop());

  /** How a reader gets there. */
  const pages: Record<string, (screen: PageOptions) => Promise<Page>> = {
    'signing in': async (screen) => {
      const page = await test.open(null, '/', screen);
      await page.getByLabel('Sök på namn').fill('umeå norr');
      await page.getByRole('button', { name: /^Maria Forsberg/ }).waitFor();
      return page;
    },
    'the worklist': async (screen) => {
      const page = await test.open(MARIA, '/', screen);
      await page.getByText('Regel').first().click();
      return page;
    },
    'an empty worklist': async (screen) => {
      const page = await test.open(MARIA, '/', screen);
      await page.getByRole('button', { name: 'Bara försenade' }).click();
      await page.getByText('Inget att göra just nu.').waitFor();
      return page;
    },
    'the cases': async (screen) => {
      const page = await test.open(ANNA, '/arenden', screen);
      await page.getByRole('link', { name: 'Skriv in patient' }).waitFor();
      return page;
    },
    'a case with everything open': async (screen) => {
      const page = await test.open(MARIA, `/arenden/${caseId}`, screen);
      await page.locator('.timeline h3').first().waitFor();
      for (const closed of await page.locator('main details > summary').all()) await closed.click();
      return page;
    },
    'a form with faults': async (screen) => {
      const page = await test.open(ANNA, '/arenden/ny', screen);
      await page.getByText('Det hände vid en annan tid').click();
      await page.getByRole('button', { name: 'Skriv in patient' }).click();
      await page.getByText('Rätta det här').waitFor();
      return page;
    },
    'a form that picks receivers': async (screen) => {
      const page = await test.open(ANNA, '/arenden/ny', screen);
      await page.getByLabel('Personnummer, samordningsnummer').fill(nextNumber());
      await page.getByLabel('Namn').fill('Elsa Sjöström');
      await page.getByLabel('Socialtjänst').check();
      await page.getByLabel('Läkare').fill('Erik Sandström');
      await page.getByRole('button', { name: 'Skriv in patient' }).click();
      await page.getByRole('button', { name: 'Skicka inskrivningsmeddelande' }).click();
      await page.getByLabel('Sök på enhet eller kommun').waitFor();
      return page;
    },
    'a SIP with everything open': async (screen) => {
      const page = await test.open(MARIA, `/sip/${sipId}`, screen);
      await page.locator('.timeline h3').first().waitFor();
      for (const closed of await page.locator('main details > summary').all()) await closed.click();
      return page;
    },
    'the next version of a plan': async (screen) => {
      const page = await test.open(HELENA, '/sip', screen);
      await page.locator(`a[href="/sip/${sipId}"]`).click();
      const write = { name: 'Skriv en version av planen', exact: true };
      await page.getByRole('button', write).click();
      await page.getByRole('button', { name: 'Lägg till: Insatser' }).click();
      await page.getByText('Insatser 2').waitFor();
      return page;
    },
    'a settlement': async (screen) => {
      const page = await test.open(SUSANNE, '/avrakningar', screen);
      await page.locator(`a[href="/avrakningar/${settlementId}"]`).click();
      await page.locator('.timeline h3').first().waitFor();
      return page;
    },
    'a case that is not ours': async (screen) => {
      const page = await test.open(MARIA, '/arenden/00000000-0000-4000-8000-000000000000', screen);
      await page.getByText('Det finns inte här').waitFor();
      return page;
    },
    'an address without a page': (screen) => test.open(MARIA, '/finns-inte', screen),
  };

  describe.each(SCREENS)('at $width px, $colorScheme', (screen) => {
    const isLookedAt = (name: string): boolean =>
      IS_FULL || screen.width === 1366 || CROWDED.includes(name);
    it.each(Object.entries(pages).filter(([name]) => isLookedAt(name)))(
      'breaks no rule of axe and does not scroll sideways: %s',
      async (_, visit) => {
        const page = await visit(screen);
        expect(await axeFindings(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
        await page.context().close();
      },
      JOURNEY_MS_MAX,
    );
  });

  it('has asked nobody but its own server', () => {
    expect([...test.origins]).toEqual([test.service.url]);
  });

  it('has kept the Content-Security-Policy and thrown nothing', () => {
    // "Nobody is signed in" and "there is no such case" are answers; the browser calls them errors.
    const answered = /status of (401|404)/;
    expect(test.complaints.filter((text) => !answered.test(text))).toEqual([]);
  });

  let patients = 100;
  function nextNumber(): string {
    patients += 1;
    return demoPatient(patients).number;
  }
});
