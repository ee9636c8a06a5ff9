import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDate } from '@hemgang/kernel';
import { describeWith, IS_FULL, recordFinding } from '@hemgang/testing';
import type { BrowserContext, Page, Route } from 'playwright-core';
import {
  BrowserTest,
  faultsOnScreens,
  START_MS_MAX,
  wholePage,
  type Look,
} from '../browser.fixture';
import { screens, type Screen } from './screens';
import { assessedOn, statementOf } from './statement';

const STATEMENT = join(__dirname, '../../../apps/web/public/tillganglighet.html');

const ROUTES = join(__dirname, '../../../apps/web/src/routes.tsx');

/** By day, by night, in the reader's own colours, on a telephone, and so large that 320 px are left. */
const LOOKS: readonly Look[] = [
  { width: 1366, colorScheme: 'light', rules: 'all' },
  ...(IS_FULL
    ? ([
        { width: 1366, colorScheme: 'dark', rules: 'colours' },
        { width: 1366, colorScheme: 'light', forcedColors: 'active', rules: 'colours' },
        { width: 390, colorScheme: 'light', rules: 'layout' },
        { width: 320, colorScheme: 'light', rules: 'none' },
      ] as const)
    : []),
];

/** A page whose every list is long, on five screens, on a busy machine. */
const SCREEN_MS_MAX = 120_000;

/** What a page needs to stand there at all; an error of these is an error of signing in. */
const ITS_FRAME = /^\/api\/v1\/(me|stream|demo\/.*)$/;

type State = 'full' | 'empty' | 'error';

describeWith('chromium', 'every screen', () => {
  /** Of the full run only: a county in which nothing has happened. */
  let bare: BrowserTest | null = null;
  let seeded: BrowserTest;
  /** Some are made for the look at them, once. */
  const addresses = new Map<Screen['full'], string>();
  const browsers = new Map<string, BrowserContext>();
  const seen = { looks: 0, faults: 0 };

  beforeAll(async () => {
    [seeded, bare] = await Promise.all([
      BrowserTest.start({ seeded: true }),
      IS_FULL ? BrowserTest.start() : null,
    ]);
  }, START_MS_MAX);

  afterAll(() => Promise.all([bare?.stop(), seeded.stop()]));

  it('is a screen of the inventory, and no other is', () => {
    const paths = [...readFileSync(ROUTES, 'utf8').matchAll(/page\(\s*(?:'([^']+)'|PROVED_PATH)/g)];
    const routes = paths.map(([, path = '/legitimerad']) => path);
    const known = screens.map(({ route }) => route).filter((route) => route.startsWith('/'));
    expect(routes.length).toBeGreaterThan(30);
    expect(known.sort()).toEqual(routes.sort());
  });

  const states: readonly State[] = IS_FULL ? ['full', 'empty', 'error'] : ['full'];
  const visits = screens.flatMap((screen) =>
    states
      .filter((state) => state !== 'empty' || screen.empty !== undefined)
      .filter((state) => state !== 'error' || screen.user !== null)
      .map((state): [string, State, Screen] => [screen.route, state, screen]),
  );

  it.each(visits)(
    'breaks no rule of axe and does not scroll sideways: %s, %s',
    async (_, state, screen) => {
      const page = await opened(screen, state);
      const faults = await faultsOnScreens(page, LOOKS);
      seen.looks += LOOKS.length;
      seen.faults += faults.length;
      expect(faults).toEqual([]);
      await page.close();
    },
    SCREEN_MS_MAX,
  );

  if (IS_FULL) {
    it('has a statement on accessibility that says what was seen (UPDATE_DOCS=1 writes it anew)', () => {
      const figures = { screens: screens.length, looks: seen.looks, faults: seen.faults };
      const promise = 'Every screen through axe, and without sideways scrolling';
      recordFinding('every-screen', { promise, figures });
      const isUpdate = process.env['UPDATE_DOCS'] === '1';
      const on = isUpdate
        ? localDate(new Date().toISOString())
        : assessedOn(readFileSync(STATEMENT, 'utf8'));
      const { version } = JSON.parse(
        readFileSync(require.resolve('axe-core/package.json'), 'utf8'),
      ) as { version: string };
      const page = statementOf({ on, version, ...figures });
      if (isUpdate) writeFileSync(STATEMENT, page);
      expect(readFileSync(STATEMENT, 'utf8')).toBe(page);
    });
  }

  async function opened({ user, full, empty }: Screen, state: State): Promise<Page> {
    if (state === 'empty') {
      if (bare === null || empty === undefined) throw new Error('only the full run looks at these');
      return wholePage(await bare.openIn(await browserOf(bare, user), await empty(bare)));
    }
    const address = await (addresses.get(full) ?? full(seeded));
    addresses.set(full, address);
    const before = (page: Page) => page.route('**/api/v1/**', withoutAnswer);
    const browser = await browserOf(seeded, user);
    return wholePage(await seeded.openIn(browser, address, state === 'error' ? before : undefined));
  }

  /** Each user's browser knows the programs after its first page; a page leaves nothing else in it. */
  async function browserOf(test: BrowserTest, user: string | null): Promise<BrowserContext> {
    const key = `${test === bare} ${user}`;
    const browser = browsers.get(key) ?? (await test.browserOf(user));
    browsers.set(key, browser);
    return browser;
  }
});

/** What a page asks for gets no answer, as when the network goes. */
function withoutAnswer(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const isFrame = ITS_FRAME.test(pathname) || pathname.endsWith('/patient-sheet');
  return isFrame ? route.continue() : route.abort('connectionfailed');
}
