import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Service } from '@hemgang/cases';
import type { Config } from '@hemgang/config';
import { HOUR_MS, MINUTE_MS, plusMs } from '@hemgang/kernel';
import { Loop, type Round } from './loop';

/** A page is due every quarter of an hour; a minute more does no harm. */
const REST_MS = MINUTE_MS;

/** An outage of more than a day is none for which yesterday's page helps. */
const KEPT_MS = 24 * HOUR_MS;

const ENDING = '.hemgang';

/** What opens the files without the service, and the forms to write on meanwhile. */
const BESIDE = ['reservrutin.html', 'reservblanketter.html', 'reservblanketter.css'];

/** Where the built web app has them, from the top of the checkout or the image. */
const BUILT = resolve('apps', 'web', 'dist');

/** The loop that leaves them; null: the environment names no folder. Without the opener pages are made too. */
export async function snapshotLoop(
  service: Service,
  { snapshotFolder }: Config,
  failed: (error: unknown) => void,
): Promise<Loop | null> {
  if (snapshotFolder === undefined) return null;
  await leaveOpener(snapshotFolder).catch(failed);
  const writer = new SnapshotWriter(service, snapshotFolder);
  return new Loop(() => writer.round(), failed);
}

/** Leaves units' sealed pages where a ward's computer or a file share fetches them. */
export class SnapshotWriter {
  constructor(
    private readonly service: Pick<Service, 'snapshots' | 'clock'>,
    private readonly folder: string,
  ) {}

  /** Makes and leaves one page; what is a day old goes. A file is there whole or not at all. */
  async round(): Promise<Round> {
    const snapshot = await this.service.snapshots.next();
    if (snapshot === null) {
      await this.forget();
      return { more: false, waitMs: REST_MS };
    }
    const { unit, madeAt, file } = snapshot;
    const folder = join(this.folder, unit);
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${nameAt(madeAt)}${ENDING}`);
    await writeFile(`${path}.part`, file);
    await rename(`${path}.part`, path);
    return { more: true, waitMs: 0 };
  }

  private async forget(): Promise<void> {
    const oldest = `${nameAt(plusMs(this.service.clock.now(), -KEPT_MS))}${ENDING}`;
    for (const unit of await readdir(this.folder, { withFileTypes: true })) {
      if (!unit.isDirectory()) continue;
      const folder = join(this.folder, unit.name);
      const names = await readdir(folder);
      const old = names.filter((name) => /\.hemgang(\.part)?$/.test(name) && name < oldest);
      await Promise.all(old.map((name) => rm(join(folder, name))));
    }
  }
}

/** Puts what opens the files beside them. @param from their folder @throws Error when they are not there */
export async function leaveOpener(folder: string, from = BUILT): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(BESIDE.map((name) => copyFile(join(from, name), join(folder, name))));
}

/** Sorts as time does, and is a name of a file everywhere. */
function nameAt(at: string): string {
  return at.replaceAll(':', '-');
}
