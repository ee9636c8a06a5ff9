import { chromium, type Page } from 'playwright-core';
import { judged, missed, percentile, shown, type Figure } from './figures';
import { WARD } from './discharge-lifecycle';
import type { Ground } from './ground';
import { multiplyCases } from './multiply-cases';
import { startApi } from './processes';

/** As many as the worklist holds. */
const ROWS = 5_000;

const PRESSES = 200;
/** Somebody who holds `j` down writes so fast; each press has been painted when the next one comes. */
const BETWEEN_MS = 60;

/** The whole desk comes in pages; on two busy processors that takes a while. */
const DESK_MS_MAX = 240_000;

const TARGET = 'interaction with 5,000 rows, p95';

/**
 * From a key to the paint that shows what it did, as Chromium itself measures it (Event Timing),
 * on a worklist of 5,000 duties: going down and up the rows, marking one, and writing in the search field.
 */
export async function interaction(ground: Ground): Promise<Figure[]> {
  const { chromium: executablePath } = ground;
  if (executablePath === null) return [missed(TARGET, 'chromium is not installed')];
  await ground.lifecycle.admit();
  await multiplyCases(ground.databaseUrl, { openCases: ROWS });
  const api = await startApi({ databaseUrl: ground.databaseUrl });
  const args = ['--headless', '--no-sandbox', '--disable-gpu'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const viewport = { width: 1366, height: 768 };
    const context = await browser.newContext({ baseURL: api.url, viewport, locale: 'sv-SE' });
    await context.request.post('/api/v1/demo/sign-in', { data: { user: WARD } });
    const page = await context.newPage();
    const opened = performance.now();
    await page.goto('/');
    await page.locator('.list-foot').waitFor({ timeout: DESK_MS_MAX });
    await page.getByText('Hämtar fler …').waitFor({ state: 'hidden', timeout: DESK_MS_MAX });
    const filled = performance.now() - opened;
    const walk = await timesOf(page, (nth) => ['j', 'j', 'k', 'x'][nth % 4] ?? 'j');
    await page.keyboard.press('/');
    const search = await timesOf(page, (nth) => (nth % 4 === 3 ? 'Backspace' : 'a'));
    return [
      judged(TARGET, percentile([...walk, ...search], 0.95), `${2 * PRESSES} keys in Chromium`),
      shown('interaction, rows walked and marked, p95', percentile(walk, 0.95), 'ms'),
      shown('interaction, the search field, p95', percentile(search, 0.95), 'ms'),
      shown('worklist of 5,000 rows, until all are there', filled / 1_000, 's'),
    ];
  } finally {
    await browser.close();
    await api.stop();
  }
}

/** How long each key took, ms; what took less than a frame is one of 16 ms, the least that is told. */
async function timesOf(page: Page, key: (nth: number) => string): Promise<number[]> {
  await page.evaluate(WATCH);
  for (let nth = 0; nth < PRESSES; nth += 1) {
    await page.keyboard.press(key(nth));
    await page.waitForTimeout(BETWEEN_MS);
  }
  const told = await page.evaluate<number[]>('window.keyTimes()');
  const short = Array.from({ length: PRESSES - told.length }, () => LEAST_MS);
  return [...told, ...short];
}

const LEAST_MS = 16;

const WATCH = `(() => {
  const entries = [];
  const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
  observer.observe({ type: 'event', durationThreshold: ${LEAST_MS} });
  window.keyTimes = () => {
    entries.push(...observer.takeRecords());
    observer.disconnect();
    return entries.filter(({ name }) => name === 'keydown').map(({ duration }) => duration);
  };
})()`;
