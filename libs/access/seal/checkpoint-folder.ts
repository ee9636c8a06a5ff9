import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckpointRow, SealKeyRow } from '@hemgang/store';
import { checkpointRecord, keyRecord, readRecord } from './records';

/** Of a checkpoint's time: a file for each day. */
const DATE_LENGTH = 'YYYY-MM-DD'.length;

/**
 * Where checkpoints lie outside the database: a folder for each controller, in it the public keys and
 * a file of checkpoints for each day, a line of JSON each. Mount it where the controller fetches it.
 */
export class CheckpointFolder {
  constructor(private readonly path: string) {}

  async append(
    controller: string,
    keys: readonly SealKeyRow[],
    checkpoints: readonly CheckpointRow[],
  ): Promise<void> {
    const folder = join(this.path, controller);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'keys.jsonl'), lines(keys.map(keyRecord)));
    const days = new Map<string, CheckpointRow[]>();
    for (const checkpoint of checkpoints) {
      const day = checkpoint.at.slice(0, DATE_LENGTH);
      days.set(day, [...(days.get(day) ?? []), checkpoint]);
    }
    for (const [day, made] of days) {
      await appendFile(join(folder, `${day}.jsonl`), lines(made.map(checkpointRecord)));
    }
  }

  /** The one of this log that names the most lines, of any controller; null when there is none. */
  async last(log: string): Promise<CheckpointRow | null> {
    const controllers = await readdir(this.path).catch(() => []);
    const latest = await Promise.all(controllers.map((name) => lastIn(join(this.path, name), log)));
    const found = latest.filter((each) => each !== null);
    return found.sort((a, b) => b.lines - a.lines)[0] ?? null;
  }
}

async function lastIn(folder: string, log: string): Promise<CheckpointRow | null> {
  const days = (await readdir(folder).catch(() => [])).filter((name) => /^\d/.test(name));
  const newest = days.sort().at(-1);
  if (newest === undefined) return null;
  const text = await readFile(join(folder, newest), 'utf8');
  const records = text.trim().split('\n').map(readRecord);
  const made = records.filter((record) => record?.kind === 'checkpoint');
  return made.findLast((checkpoint) => checkpoint.log === log) ?? null;
}

function lines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
