import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startGroup, waitUntil, type ProcessGroup } from '@hemgang/dev-services';

export type App = 'api' | 'worker';

/** Where a process dies: `after write-cases 7`, at the seventh passage. */
export type CrashPoint = string;

const ROOT = join(__dirname, '..', '..');
const preloaded = (file: string): readonly string[] => ['--require', join(__dirname, file)];
/** The one loaded last lies around the one before. */
const PRELOADS: Record<App, readonly string[]> = {
  api: preloaded('crash-points.cjs'),
  worker: [...preloaded('effects-preload.cjs'), ...preloaded('crash-points.cjs')],
};

/** A process is at work from the first of these statements on; what it does before is its start. */
const WORK: Record<App, string> = { api: 'load-for-commands', worker: 'claim-outbox' };

/** A start takes a second or two; two busy cores may need many times that. */
const STARTED_WITHIN_MS = 60_000;

/** A process that has not come to its point by then is killed where it stands. */
const POINT_WITHIN_MS = 6_000;

/** One process of the service, and a place in which its successors follow each other. */
class Slot {
  group: ProcessGroup | null = null;
  url = '';
  isServing = false;

  constructor(
    readonly app: App,
    private readonly file: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Starts a process that dies at the point, or lives on without one. */
  async start(point: CrashPoint | null): Promise<void> {
    writeFileSync(this.file, '');
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    this.group = startGroup({
      args: [...PRELOADS[this.app], join(ROOT, 'dist', 'programs', `${this.app}.js`)],
      cwd: ROOT,
      env: {
        ...this.env,
        PORT: String(port),
        HEMGANG_CRASH_FILE: this.file,
        HEMGANG_CRASH_WORK: WORK[this.app],
        ...(point === null ? {} : { HEMGANG_CRASH_AT: point }),
      },
      output: ['inherit', 'inherit'],
    });
    let isOver = false;
    void this.group.ended.then(() => (isOver = true));
    await waitUntil(async () => isOver || (await this.isUp()), STARTED_WITHIN_MS);
    this.isServing = !isOver;
  }

  /** Kills it wherever it is. */
  async kill(): Promise<void> {
    if (this.group === null) return;
    try {
      process.kill(this.group.pid, 'SIGKILL');
    } catch {
      // It was quicker.
    }
    await this.group.ended;
    this.isServing = false;
  }

  /** What its crash file says: `seen load-for-commands`, `died after load-for-commands`. */
  lines(kind: 'seen' | 'died'): string[] {
    const lines = readFileSync(this.file, 'utf8').split('\n');
    return lines.filter((line) => line.startsWith(kind)).map((line) => line.slice(5));
  }

  private async isUp(): Promise<boolean> {
    if (this.app === 'worker') return this.lines('seen').includes(WORK.worker);
    return (await fetch(`${this.url}/health/live`).catch(() => null))?.ok === true;
  }
}

/** Several processes of the service on one database, that die and are followed by others. */
export class Fleet {
  private readonly folder = mkdtempSync(join(tmpdir(), 'hemgang-fleet-'));
  private readonly slots: readonly Slot[];
  private turn = 0;
  /** Deaths by point (`after write-cases`). */
  readonly deaths = new Map<string, number>();
  /** Processes that never came to their point and were killed where they stood. */
  strays = 0;

  /** @param count processes of each kind */
  constructor(databaseUrl: string, effectsUrl: string, count: number) {
    const env = {
      PATH: process.env['PATH'],
      HEMGANG_MODE: 'demo',
      DATABASE_URL: databaseUrl,
      EFFECTS_URL: effectsUrl,
      LOG_LEVEL: 'error',
    };
    this.slots = (['api', 'worker'] as const).flatMap((app) =>
      Array.from(
        { length: count },
        (_, index) => new Slot(app, join(this.folder, `${app}-${index}`), env),
      ),
    );
  }

  get kills(): number {
    return [...this.deaths.values()].reduce((sum, each) => sum + each, 0);
  }

  /** Kills whoever lives and starts all anew, without crash points. */
  async startAll(): Promise<void> {
    await Promise.all(this.slots.map((slot) => slot.kill()));
    await Promise.all(this.slots.map((slot) => slot.start(null)));
    if (this.slots.some(({ isServing }) => !isServing)) throw new Error('a process did not start');
  }

  /** An API that is believed to live; each call another one, when there are several. */
  address(): string {
    const apis = this.slots.filter(({ app }) => app === 'api');
    const serving = apis.filter(({ isServing }) => isServing);
    this.turn += 1;
    return (serving[this.turn % serving.length] ?? apis[0])?.url ?? '';
  }

  /** The points that its living processes have passed at work: name → how often, up to three. */
  pointsSeen(app: App): ReadonlyMap<string, number> {
    const [slot] = this.slots.filter((each) => each.app === app);
    const lines = slot?.lines('seen').sort() ?? [];
    return new Map(lines.map((name) => [name, lines.filter((each) => each === name).length]));
  }

  /**
   * Lets processes die until `count` more have died at a point, each followed by another.
   * @param next draws where the next process of the kind dies
   */
  async dieUntil(count: number, next: (app: App) => CrashPoint): Promise<void> {
    const enough = this.kills + count;
    const live = async (slot: Slot): Promise<void> => {
      await slot.kill();
      while (this.kills < enough) {
        await slot.start(next(slot.app));
        await this.untilDeath(slot, () => this.kills >= enough);
      }
    };
    await Promise.all(this.slots.map(live));
  }

  async stop(): Promise<void> {
    await Promise.all(this.slots.map((slot) => slot.kill()));
    rmSync(this.folder, { recursive: true });
  }

  private async untilDeath(slot: Slot, isEnough: () => boolean): Promise<void> {
    let isOver = false;
    void slot.group?.ended.then(() => (isOver = true));
    await waitUntil(() => isOver || isEnough(), POINT_WITHIN_MS);
    slot.isServing = false;
    await slot.kill();
    const [point] = slot.lines('died');
    if (point === undefined) this.strays += isEnough() ? 0 : 1;
    else this.deaths.set(point, (this.deaths.get(point) ?? 0) + 1);
  }
}
