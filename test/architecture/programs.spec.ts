import { readFileSync } from 'node:fs';
import { wrap } from 'node:module';
import { join } from 'node:path';
import { constants, Script } from 'node:vm';

const PROGRAMS = join(__dirname, '../../dist/programs');

describe('a built program', () => {
  it.each(['api', 'worker', 'cli', 'dev-idp'])('starts from compiled code: %s', (name) => {
    const script = new Script(wrap(readFileSync(join(PROGRAMS, `${name}.code.js`), 'utf8')), {
      cachedData: readFileSync(join(PROGRAMS, `${name}.compiled`)),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    expect(script.cachedDataRejected).toBe(false);
  });
});
