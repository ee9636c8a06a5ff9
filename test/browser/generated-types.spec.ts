import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..', '..');
const description = join(root, 'docs/openapi.json');
const file = join(root, 'apps/web/src/generated/api.ts');

/** The package's program, beside its library: the library itself cannot be loaded by jest. */
const program = join(dirname(require.resolve('openapi-typescript')), '..', 'bin', 'cli.js');

/** Starting the generator and reading ten thousand lines of JSON on a busy machine. */
const GENERATE_MS_MAX = 180_000;

it(
  'the web app is compiled against the API as it is described (UPDATE_DOCS=1 generates it anew)',
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [program, description], {
      maxBuffer: 16 * 1024 * 1024,
    });
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, stdout);
    expect(readFileSync(file, 'utf8')).toBe(stdout);
  },
  GENERATE_MS_MAX,
);
