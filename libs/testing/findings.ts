import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IS_FULL } from './extent';

/** What a suite has seen, for docs/results.md. */
export interface Finding {
  /** The promise, in the words of the results page: "Real kill -9 at named crash points". */
  readonly promise: string;
  /** What was counted or measured, by name, with its unit in the name ("lateness p99, ms"). */
  readonly figures: Readonly<Record<string, number | string>>;
  /** With it the same run happens again; absent where nothing is random. */
  readonly seed?: number;
}

/** Not kept in the repository: each run writes its own. */
const FOLDER = join(__dirname, '..', '..', 'test-results');

/**
 * Keeps what a suite has seen, where `npm run results` finds it, and prints it. A suite calls it
 * before it asserts, so that what failed is on the page too.
 * @param name of the file: the suite's own, unique
 */
export function recordFinding(name: string, finding: Finding): void {
  mkdirSync(FOLDER, { recursive: true });
  const kept = { ...finding, counts: IS_FULL ? 'full' : 'quick', at: new Date().toISOString() };
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(kept, null, 2)}\n`);
  process.stdout.write(
    `${finding.promise}: ${JSON.stringify({ ...finding, promise: undefined })}\n`,
  );
}
