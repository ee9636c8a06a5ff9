import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseEvent } from '@hemgang/engine';

const FOLDER = join(__dirname, '../histories/v1');

/** The logs of the recorded histories of version 1. */
export const recordedLogs: readonly (readonly CaseEvent[])[] = readdirSync(FOLDER).map((name) => {
  const { lines } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as {
    readonly lines: readonly { readonly event: CaseEvent }[];
  };
  return lines.map(({ event }) => event);
});
