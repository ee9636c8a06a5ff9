import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertSound, structuralHash, type WorkflowDefinition } from '@hemgang/engine';

/** Workflows that have been looked at and are sound, by their structural hash. */
export type LookedAt = ReadonlySet<string>;

/** Lies beside the compiled programs and goes with them, so it speaks of no other code than theirs. */
const BY_BUILD = join(__dirname, 'looked-at.json');

/**
 * What has been looked at before, by the build if nothing else is named: no start of a program has
 * to do it again, which is half of what a start costs. Nothing where the file is not there.
 */
export function lookedAt(file = BY_BUILD): LookedAt {
  return new Set(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []);
}

/**
 * Looks at each workflow and leaves the verdicts for `lookedAt`.
 * @throws EngineFault when one is not sound
 */
export function look(definitions: readonly WorkflowDefinition[], file = BY_BUILD): void {
  definitions.forEach(assertSound);
  // Whole or not at all, for others who look for it at this moment.
  const written = `${file}.${process.pid}`;
  writeFileSync(written, JSON.stringify(definitions.map(structuralHash)));
  renameSync(written, file);
}
