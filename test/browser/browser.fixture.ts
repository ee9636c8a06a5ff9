import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { demoPatient } from '@hemgang/demo';
import { formatInstant, localDate } from '@hemgang/kernel';
import { waitUntil } from '@hemgang/dev-services';
import { pathOf, startService, type RunningService } from '@hemgang/testing';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Starting the service, a browser and a first page on two busy cores. */
export const START_MS_MAX = 120_000;

/** A journey through several pages, each looked at on every screen, where others want the processors. */
export const JOURNEY_MS_MAX = 240_000;

/** Longer than any page of ours needs, also on a busy machine. */
const STEP_MS_MAX = 20_000;

/** Nothing that Chromium would do by itself: no updates, no sync, no calls home. */
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // One process draws what all pages of a browser show.
  '--process-per-site',
  '--renderer-process-limit=1',
];

/** Tags of the rules that a page must keep: WCAG 2.0 to 2.2, A and AA, and good practice. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What only the scheme of colours can break. Three quarters of the time of all rules. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** For axe, as JSON. Only how far the page scrolls is looked at with `none`. */
const RULES = {
  all: { runOnly: AXE_TAGS },
  colours: { runOnly: { type: 'rule', values: COLOUR_RULES } },
  layout: {
    runOnly: AXE_TAGS,
    rules: Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }])),
  },
  none: null,
};

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Of a shared computer on a ward. */
const HEIGHT = 768;

/** As a reader may meet a page. 390 px is a telephone, 320 what 400 % of a ward's screen leaves. */
export interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  /** The reader's own few colours, instead of ours. */
  readonly forcedColors?: 'active';
  /** Which rules are tried: colours do not depend on the width, nor the rest on the colours. */
  readonly rules: keyof typeof RULES;
}

/** For journeys: every page is looked at on a ward's screen and by day by a suite of its own (screens). */
const ON_THE_WAY: readonly Look[] = [{ width: 390, colorScheme: 'dark', rules: 'all' }];

/** What a plan says at least. */
const PLAN = {
  responsible: 'ersboda-halsocentral',
  matters: 'Jag vill kunna gå till brevlådan själv.',
  goals: ['Gå till brevlådan före sommaren.'],
  needs: ['Hjälp att komma i gång på morgonen.'],
  measures: [
    {
      id: 'i1',
      what: 'Rehabilitering i hemmet.',
      huvudman: 'region-24',
      unit: 'ersboda-halsocentral',
      status: 'planned',
    },
  ],
  contacts: [{ name: 'Maria Öberg', role: 'fast vårdkontakt' }],
};

/** The running service with a browser in front of it. */
export class BrowserTest {
  /** What the pages complained about and where they asked: both must stay empty of surprises. */
  readonly complaints: string[] = [];
  readonly origins = new Set<string>();
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly service: RunningService,
    private readonly browser: Browser,
  ) {}

  /** @param options `issuer`: one can sign in by the development identity provider, too */
  static async start(
    options: { readonly issuer?: true; readonly smtpUrl?: string; readonly seeded?: true } = {},
  ): Promise<BrowserTest> {
    const service = await startService(options);
    const executablePath = pathOf('chromium') ?? '';
    return new BrowserTest(service, await chromium.launch({ executablePath, args: QUIET }));
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.service.stop();
  }

  /**
   * A browser of its own for a demo user, at the given address. Without user nobody is signed in.
   * @param before done with the page before it asks for anything
   */
  async open(
    user: string | null,
    path: string,
    before?: (page: Page) => Promise<unknown>,
  ): Promise<Page> {
    return this.openIn(await this.browserOf(user), path, before);
  }

  /** A browser of its own in which a demo user, or nobody, is signed in. */
  async browserOf(user: string | null): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: this.service.url,
      viewport: { width: 1366, height: HEIGHT },
      locale: 'sv-SE',
      timezoneId: 'America/New_York',
    });
    context.setDefaultTimeout(STEP_MS_MAX);
    if (user !== null) {
      await context.request.post('/api/v1/demo/sign-in', { data: { user } });
    }
    return context;
  }

  /** Another page in a browser that is open already; otherwise as `open`. */
  async openIn(
    context: BrowserContext,
    path: string,
    before: (page: Page) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Page> {
    const page = await context.newPage();
    page.on('request', (request) => this.origins.add(new URL(request.url()).origin));
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    await before(page);
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    return page;
  }

  /** What the API answers to a demo user. */
  async read(user: string, path: string): Promise<unknown> {
    const headers = { Authorization: `Bearer ${await this.tokenOf(user)}` };
    const response = await fetch(`${this.service.url}/api/v1/${path}`, { headers });
    return response.json();
  }

  /**
   * A new patient on Anna's ward whose notice has gone to the given units; gives the case's id.
   * @param more fields of the admission and of the notice
   */
  async told(
    anna: string,
    index: number,
    receivers: readonly string[],
    more: { readonly admission?: object; readonly notice?: object } = {},
  ): Promise<string> {
    const { number, name, address, municipality } = demoPatient(index);
    const { id } = await this.post(anna, 'discharges', {
      patient: { number, name, address, municipality },
      needs: { socialServices: true, municipalHealthCare: false, openCare: false },
      physician: 'Erik Sandström',
      ...more.admission,
    });
    await this.give(anna, id, 'send-inskrivningsmeddelande', {
      receivers,
      expectedDischargeAt: '2099-01-01T11:00:00.000Z',
      ...more.notice,
    });
    return id;
  }

  /** Gives a command past the browser, as another program would. */
  async give(
    user: string,
    id: string,
    command: string,
    body: object = {},
    path = 'discharges',
  ): Promise<void> {
    await this.post(user, `${path}/${id}/${command}`, body);
  }

  /** Umeå's month, which may have no rows; gives the case's id. */
  async settlement(administrator: string, month = '2026-01'): Promise<string> {
    return (await this.post(administrator, 'settlements', { municipality: '2480', month })).id;
  }

  /** A person's wishes about her notices: everything by e-mail, at once. */
  async wishMail(user: string, mail: string): Promise<void> {
    await this.post(user, 'notice-wishes', {
      ...{ mail, phone: null, mailFor: 'all', smsFor: 'nothing', digestHours: [] },
      ...{ quietFrom: null, quietUntil: null, language: 'sv' },
    });
  }

  /** The time in the demo. */
  async now(): Promise<string> {
    const response = await fetch(`${this.service.url}/api/v1/demo/clock`);
    return ((await response.json()) as { now: string }).now;
  }

  /** Moves everybody's time forward. */
  async advance(ms: number): Promise<void> {
    const response = await fetch(`${this.service.url}/api/v1/demo/clock/advance`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ms }),
    });
    if (!response.ok) throw new Error(`the clock does not move: ${response.status}`);
  }

  /** A SIP of somebody in no stay who has consented; gives the case's id. */
  async consentedSip(helena: string, index: number): Promise<string> {
    const { number, name, address, municipality } = demoPatient(index);
    const patient = { number, name, address, municipality };
    const { id } = await this.post(helena, 'sips', { patient, need: 'Hemsjukvård och hemtjänst.' });
    await this.post(helena, `sips/${id}/offer-sip`, {});
    const consent = { givenBy: 'person', way: 'spoken', scope: 'Allt.' };
    await this.post(helena, `sips/${id}/record-consent`, consent);
    return id;
  }

  /** The same, called and with two versions of a plan; gives the case's id. */
  async sip(helena: string, index: number, unit: string): Promise<string> {
    const id = await this.consentedSip(helena, index);
    const give = (command: string, body: object) =>
      this.post(helena, `sips/${id}/${command}`, body);
    await give('call', { units: [unit], meeting: { at: '2099-01-01T11:00:00.000Z', way: 'home' } });
    await give('draft-plan', PLAN);
    await give('draft-plan', { ...PLAN, goals: ['Gå till affären.'] });
    return id;
  }

  /** Sends past the browser; gives what is answered. @throws Error when it is refused */
  async post<Answered = { readonly id: string }>(
    user: string,
    path: string,
    body: object,
  ): Promise<Answered> {
    const response = await fetch(`${this.service.url}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        Authorization: `Bearer ${await this.tokenOf(user)}`,
      },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
    return answer as Answered;
  }

  private async tokenOf(user: string): Promise<string> {
    const known = this.tokens.get(user);
    if (known !== undefined) return known;
    const response = await fetch(`${this.service.url}/api/v1/demo/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user }),
    });
    const { token } = (await response.json()) as { token: string };
    this.tokens.set(user, token);
    return token;
  }
}

/** The page, once nothing on it is on its way any more. @throws Error when that does not come */
export async function wholePage(page: Page): Promise<Page> {
  const isWhole = () => page.evaluate<boolean>("!document.body.innerText.includes('Hämtar …')");
  if (!(await waitUntil(isWhole, STEP_MS_MAX))) throw new Error(`${page.url()} waits on`);
  return page;
}

/** What a field of date and time holds: Swedish time, to the minute. */
export function localInput(at: string): string {
  return `${localDate(at)}T${formatInstant(at, 'sv').slice(-'HH:MM'.length)}`;
}

/** What axe finds wrong with a page: the rule and the elements. */
async function axeFindings(page: Page, rules: keyof typeof RULES): Promise<string[]> {
  if (RULES[rules] === null) return [];
  // Injected by the debugger's own way in, which the page's Content-Security-Policy does not see.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe);
  const options = JSON.stringify({ ...RULES[rules], resultTypes: ['violations'] });
  return page.evaluate<string[]>(
    `axe.run(document, ${options}).then(({ violations }) =>
       violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(' | ')))`,
  );
}

/**
 * Looks at the page as it stands, as each reader would: what axe finds and how far it can be
 * scrolled sideways, a line each. Afterwards it stands as for the last of them.
 */
export async function faultsOnScreens(
  page: Page,
  looks: readonly Look[] = ON_THE_WAY,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, colorScheme, forcedColors, rules } of looks) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia({ colorScheme, forcedColors: forcedColors ?? 'none' });
    // Colours fade from one scheme to the other; what is redrawn meanwhile fades no more.
    await page.evaluate(
      'Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => null)',
    );
    const pixels = await sidewaysScroll(page);
    const found = [
      ...(await axeFindings(page, rules)),
      ...(pixels > 0 ? [`scrolls ${pixels} px`] : []),
    ];
    const look = [width, colorScheme, ...(forcedColors === undefined ? [] : ['forced colours'])];
    faults.push(...found.map((fault) => `${look.join(' ')}: ${fault}`));
  }
  return faults;
}

/** How many pixels the page can be scrolled sideways. */
function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}

/** Opens what lies behind the reader's own name. */
export function openUserMenu(page: Page): Promise<void> {
  return page.locator('.user-menu > summary').click();
}

/** Presses Tab until the focus is on an element whose text or name begins with `text`. */
export async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < TABS_MAX; presses += 1) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate<(string | undefined)[]>(
      '[document.activeElement.labels?.[0]?.textContent, document.activeElement.textContent]',
    );
    if (words.some((each) => each?.trim().startsWith(text))) return;
  }
  throw new Error(`no walk of ${TABS_MAX} tabs leads to "${text}"`);
}

/** More than any page of ours has; a trap for the focus would run into it. */
const TABS_MAX = 150;
