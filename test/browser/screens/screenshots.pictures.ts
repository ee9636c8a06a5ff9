import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { BrowserTest, START_MS_MAX, wholePage } from '../browser.fixture';
import { screens } from './screens';

/** Run by `npm run screenshots`, as a suite: it stands on the same service as the others. */

const FOLDER = join(__dirname, '../../../docs/screens');

/** Looked at by night and on a telephone, too. */
const MAIN = ['/', '/arenden/$id', '/sip/$id', 'the sheet of a patient'];

const LOOKS = [
  { suffix: '', width: 1366, height: 768, colorScheme: 'light' },
  { suffix: '-dark', width: 1366, height: 768, colorScheme: 'dark' },
  { suffix: '-phone', width: 390, height: 844, colorScheme: 'light' },
] as const;

const QUALITY = 80;

const fileOf = (route: string): string =>
  route === '/' ? 'worklist' : route.replaceAll(/[^a-z]+/gi, '-').replaceAll(/^-|-$/g, '');

describe('pictures of every screen', () => {
  let test: BrowserTest;
  const lines: string[] = [];

  beforeAll(async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    test = await BrowserTest.start({ seeded: true });
  }, START_MS_MAX);

  afterAll(async () => {
    await test.stop();
    const head = '# Every screen\n\nWritten by `npm run screenshots`. The people are invented.\n';
    writeFileSync(join(FOLDER, 'README.md'), [head, ...lines].join('\n'));
  });

  it.each(screens.map((screen) => [screen.route, screen] as const))('%s', async (route, screen) => {
    const page = await wholePage(await test.open(screen.user, await screen.full(test)));
    lines.push(`## ${route}\n`);
    for (const { suffix, ...look } of LOOKS) {
      if (suffix === '' || MAIN.includes(route))
        await take(page, `${fileOf(route)}${suffix}`, look);
    }
    await page.context().close();
  });

  type Taken = Omit<(typeof LOOKS)[number], 'suffix'>;

  async function take(page: Page, name: string, { colorScheme, ...viewport }: Taken) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const path = join(FOLDER, `${name}.jpg`);
    await page.screenshot({ path, type: 'jpeg', quality: QUALITY, animations: 'disabled' });
    lines.push(`![${name}](${name}.jpg)\n`);
  }
});
