import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..', '..');
const program = join(root, 'node_modules/openapi-typescript/bin/cli.js');
const description = join(root, 'docs/openapi.json');
const file = join(root, 'apps/web/src/generated/api.ts');

/** Starting the generator and reading a thousand lines of JSON. */
const GENERATE_MS_MAX = 60_000;

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
