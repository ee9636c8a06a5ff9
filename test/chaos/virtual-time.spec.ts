import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IS_FULL, recordFinding, startNode, times } from '@hemgang/testing';
import { flaws } from './simulated-flaws.fixture';
import type { FlawsFound, LivesLived, Order } from './simulated-main.fixture';

/** The full count takes ten minutes; it lets all others go first, so it may last as long as they do. */
jest.setTimeout(60 * 60_000);

const LIVES = times({ quick: 200, full: 200_000 });
/** A processor for each in the full run; `npm test` has others to think of. */
const PROCESSES = IS_FULL ? 2 : 1;

/** `HEMGANG_SEED` lives that one life alone. */
const asked = process.env['HEMGANG_SEED'];
const FROM = Number(asked ?? 1);
const COUNT = asked === undefined ? LIVES : 1;

const ROOT = join(__dirname, '..', '..');

/** As one file it lives a life in four fifths of the time. */
let program = '';

function bundled(folder: string): string {
  const file = join(folder, 'lives.cjs');
  const source = join(__dirname, 'simulated-main.fixture.ts');
  const rolldown = join(ROOT, 'node_modules', 'rolldown', 'bin', 'cli.mjs');
  const output = ['--file', file, '--format', 'cjs', '--no-code-splitting'];
  const how = ['--platform', 'node', '--log-level', 'silent'];
  execFileSync(process.execPath, [rolldown, source, ...output, ...how], { cwd: ROOT });
  return file;
}

async function run<Answer>(order: Order): Promise<Answer> {
  const env = { HEMGANG_LIVES: JSON.stringify(order) };
  const living = startNode(`require(${JSON.stringify(program)})`, env);
  const code = await living.ended;
  if (code !== 0) throw new Error(`ended with ${code}: ${living.output()}`);
  return JSON.parse(living.output().trim().split('\n').at(-1) ?? '') as Answer;
}

/** Neighbouring parts of the seeds, one for each process. */
async function lives(from: number, count: number, processes: number): Promise<LivesLived[]> {
  const part = Math.ceil(count / processes);
  const starts = Array.from({ length: processes }, (_, index) => index * part);
  return Promise.all(
    starts.map((start) =>
      run<LivesLived>({ what: 'live', from: from + start, count: Math.min(part, count - start) }),
    ),
  );
}

function total(parts: readonly LivesLived[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const part of parts) {
    const { lives: lived, stays } = part;
    for (const [name, value] of Object.entries({ lives: lived, discharges: stays, ...part.sums })) {
      sums[name] = (sums[name] ?? 0) + value;
    }
  }
  return sums;
}

describe('the core in virtual time, with crashes between any two effects', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hemgang-lives-'));
    program = bundled(folder);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('keeps every promise in every life', async () => {
    const parts = await lives(FROM, COUNT, Math.min(PROCESSES, COUNT));
    const faults = parts.flatMap((part) => part.faults);
    recordFinding('virtual-time', {
      promise: 'The core in virtual time with crashes between any two effects',
      figures: { 'lives with a broken promise, at least': faults.length, ...total(parts) },
      seed: FROM,
    });
    expect(faults).toEqual([]);
  });

  it('lives the same life again from the same seed', async () => {
    // The thousandth is a discharge.
    const order: Order = { what: 'live-twice', from: 995, count: 10 };
    const [first, second] = await run<LivesLived[]>(order);
    expect(second).toEqual(first);
    expect(first?.stays).toBe(1);
  });

  it('finds each of the ways to build it wrongly within its quick count', async () => {
    const most = Math.min(LIVES, 1_500);
    const found = await run<FlawsFound>({ what: 'flaws', from: 1, most });
    recordFinding('virtual-time-flaws', {
      promise: 'Flaws that are built in on purpose, and how many lives find them',
      figures: Object.fromEntries(
        Object.entries(found).map(([name, seed]) => [name, seed ?? 'not found']),
      ),
      seed: 1,
    });
    expect(Object.keys(found)).toEqual(Object.keys(flaws));
    expect(Object.entries(found).filter(([, seed]) => seed === null)).toEqual([]);
  });
});
