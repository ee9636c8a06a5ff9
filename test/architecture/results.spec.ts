import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatted } from './formatted';

const ROOT = join(__dirname, '..', '..');
const SCRIPT = join(ROOT, 'libs', 'dev-services', 'bootstrap', 'results.mjs');
const at = '2026-11-26T03:00:00.000Z';

describe('the page of results', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hemgang-results-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function pageOf(kept: Readonly<Record<string, object>>): string {
    for (const [name, content] of Object.entries(kept)) {
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(content));
    }
    const file = join(folder, 'results.md');
    execFileSync(process.execPath, [SCRIPT, folder, file], { stdio: 'pipe' });
    return readFileSync(file, 'utf8');
  }

  const finding = {
    promise: 'SIGTERM under load',
    figures: { 'drained after, ms': 812, 'errors | clients': 0 },
    seed: 4711,
    counts: 'full',
    at,
  };

  it('tells figures and seed of what was seen, and that the rest was not run', () => {
    const page = pageOf({ stopping: finding, 'same-key-crash': { ...finding, counts: 'quick' } });
    expect(page).toContain('#### SIGTERM under load\n\nFull counts, 2026-11-26, seed 4711.');
    expect(page).toMatch(/\| drained after, ms +\| 812/);
    expect(page).toContain('### stopping');
    expect(page).toContain('### same-key');
    expect(page).toContain('### Not run: clock');
    const [, notRun = ''] = page.split('## What was not run');
    expect(notRun).toContain('- clock (`test/chaos/clock.spec.ts`)');
    expect(notRun).toContain('- same-key-crash: with quick counts only');
    expect(notRun).toContain('- the bench');
    expect(notRun).not.toContain('stopping');
  });

  it('tells what failed, and which targets were missed or not measured', () => {
    const suite = 'test/chaos/stopping.spec.ts';
    const figure = { name: 'a', value: 0.5, unit: '× C', against: '1 / 2', target: '≥ 0.6' };
    const page = pageOf({
      stopping: finding,
      suites: {
        ...{ counts: 'full', at, passed: 9, failed: 1, skipped: 0, seconds: 1_800, skips: [] },
        failures: [{ suite, title: 'drains' }],
      },
      bench: {
        ...{ at, node: 'v20', machine: '2 × x' },
        figures: [
          { ...figure, met: false },
          { ...figure, name: 'b', value: null, against: 'no Redis here', met: false },
        ],
      },
    });
    expect(page).toContain('9 passed, 1 failed, 0 skipped, in 30 minutes.');
    expect(page).toContain('- failed: drains (`test/chaos/stopping.spec.ts`)');
    expect(page).toContain('### FAILED: stopping');
    expect(page).toMatch(/\| a +\| 0\.5 × C +\| 1 \/ 2 +\| ≥ 0\.6 +\| \*\*missed\*\* \|/);
    expect(page).toContain('- b: no Redis here');
  });

  it('is formatted like every other file', () => {
    const page = pageOf({ stopping: finding });
    expect(formatted('results.md', page)).toBe(page);
  });
});
