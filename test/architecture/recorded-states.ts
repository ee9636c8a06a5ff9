import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replay, type CaseEvent, type CaseState } from '@hemgang/engine';
import { discharge } from '@workflows/discharge';

const FOLDER = join(__dirname, '../histories/v1');

const known = {
  version: () => discharge,
  migration: () => {
    throw new Error('version 1 comes from nowhere');
  },
};

/** Every state that a stay of the recorded histories has been in. */
export function recordedStates(): readonly CaseState[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const { lines } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as {
      readonly lines: readonly { readonly event: CaseEvent }[];
    };
    return replay(
      lines.map(({ event }) => event),
      known,
    ).map(({ state }) => state);
  });
}
