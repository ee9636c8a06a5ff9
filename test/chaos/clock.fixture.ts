import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGroup, waitUntil } from '@hemgang/dev-services';
import { query } from '@hemgang/testing';

const ROOT = join(__dirname, '..', '..');

/** Starting takes two seconds; two busy cores may need several times that. */
const STARTED_WITHIN_MS = 60_000;
const TURNED_WITHIN_MS = 10_000;

/** What a worker's own clock is to show. */
export type WallClock = { readonly aheadMs: number } | { readonly frozen: true };

/** What the log says of the worker's clock: how far it is off, and whether it still is. */
export interface Warning {
  readonly skewMs: number;
  readonly isSkewed: boolean;
}

/** The built worker on a machine whose clock can be turned while it runs. */
export class TurnedWorker {
  private constructor(
    private readonly folder: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** @param wall what its clock shows from the start on */
  static async start(databaseUrl: string, wall: WallClock): Promise<TurnedWorker> {
    const folder = mkdtempSync(join(tmpdir(), 'hemgang-clock-'));
    const output = openSync(join(folder, 'log'), 'w');
    const control = join(folder, 'wall-clock.json');
    writeFileSync(control, JSON.stringify(wall));
    const group = startGroup({
      args: [
        '--require',
        join(__dirname, 'clock-preload.cjs'),
        join(ROOT, 'dist', 'programs', 'worker.js'),
      ],
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        HEMGANG_MODE: 'demo',
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: 'info',
        HEMGANG_WALL_CLOCK: control,
        // The local time of the machine changes with the seasons, as on a real one.
        TZ: 'Europe/Stockholm',
      },
      output: [output, output],
    });
    const stop = async (): Promise<void> => {
      await group.stop();
      rmSync(folder, { recursive: true });
    };
    const worker = new TurnedWorker(folder, stop);
    const isUp = () => worker.log.includes('the worker has started');
    if (await waitUntil(isUp, STARTED_WITHIN_MS)) return worker;
    await stop();
    throw new Error('The worker has not started.');
  }

  /** Turns its clock. */
  async turn(wall: WallClock): Promise<void> {
    const text = JSON.stringify(wall);
    writeFileSync(join(this.folder, 'wall-clock.json'), text);
    const said = `the wall clock is turned: ${text}`;
    if (!(await waitUntil(() => this.log.includes(said), TURNED_WITHIN_MS))) {
      throw new Error('The clock was not turned.');
    }
  }

  get warnings(): Warning[] {
    return this.log.split('\n').flatMap((line) => {
      const [, word] = /the clock of this machine is (wrong|right again)/.exec(line) ?? [];
      if (word === undefined) return [];
      const { skewMs } = JSON.parse(line) as { readonly skewMs: number };
      return [{ skewMs, isSkewed: word === 'wrong' }];
    });
  }

  private get log(): string {
    return readFileSync(join(this.folder, 'log'), 'utf8');
  }
}

/** Of a case: what has fired, what is to fire next, and what the database's time is. */
const LOOK = `
  with present as (
    select extract(epoch from clock_timestamp())::float8 * 1000 + offset_ms as now from clock
  )
  select now,
         (select extract(epoch from min(fire_at))::float8 * 1000 from timers
          where case_id = $1) as next,
         (select coalesce(json_agg(json_build_object(
            'firedFor', extract(epoch from occurred_at) * 1000,
            'recordedAt', extract(epoch from recorded_at) * 1000) order by seq), '[]')
          from events where case_id = $1 and type = 'ladder') as fired
  from present`;

export interface Fired {
  readonly firedFor: number;
  readonly recordedAt: number;
}

export interface Look {
  readonly now: number;
  readonly next: number | null;
  readonly fired: readonly Fired[];
}

/** One look at a case's reminders, in milliseconds of the database's time. */
export async function lookAt(databaseUrl: string, caseId: string): Promise<Look> {
  const [look] = await query<Look>(databaseUrl, LOOK, [caseId]);
  if (look === undefined) throw new Error('There is no clock.');
  return look;
}

/** As when the machine had slept: the database's time has gone on, and nobody has said so. */
export async function sleep(databaseUrl: string, ms: number): Promise<void> {
  await query(databaseUrl, 'update clock set offset_ms = offset_ms + $1::bigint', [ms]);
}
