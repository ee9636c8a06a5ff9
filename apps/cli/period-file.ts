import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { LogPeriod } from '@hemgang/access';
import type { Call } from './command';

/** Only the owner may read what says who did what. */
const OWNER_ONLY = 0o600;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The days `--from` and `--to`; null when they are no days, or not in that order. */
export function periodOf({ values: { from = '', to = '' } }: Call): LogPeriod | null {
  const isSound = [from, to].every((day) => DAY.test(day) && !Number.isNaN(Date.parse(day)));
  return isSound && from <= to ? { from, to } : null;
}

/** @returns how many pieces were written; a file that is there already stays what it is */
export async function writtenTo(
  path: string,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<number> {
  const file = createWriteStream(path, { flags: 'wx', mode: OWNER_ONLY });
  await once(file, 'open');
  let count = 0;
  for await (const piece of pieces) {
    count += 1;
    if (!file.write(piece)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return count;
}
