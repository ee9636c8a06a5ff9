import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PERSONNUMMER = '19460529-9817';
const ROOT = join(__dirname, '..', '..');

/** A program of ours that fails where nobody catches it. */
function failing(how: string): { readonly code: number | null; readonly said: string } {
  const program = `
    require(${JSON.stringify(join(ROOT, 'libs/testing/register-swc.cjs'))});
    const { createLogger, lastResort } = require(${JSON.stringify(join(ROOT, 'libs/observability/index.ts'))});
    lastResort(createLogger('api', 'info'));
    setInterval(() => undefined, 1000);
    ${how}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { code: status, said: `${stdout}${stderr}` };
}

describe('what nobody has caught', () => {
  it.each([
    ['an exception', `setTimeout(() => { throw new RangeError('Key (${PERSONNUMMER})'); }, 1);`],
    ['a promise', `void Promise.reject(new RangeError('Key (${PERSONNUMMER})'));`],
  ])('ends the process with one line that says where, and nothing of anybody: %s', (_, how) => {
    const { code, said } = failing(how);
    expect(code).toBe(1);
    expect(said).not.toContain(PERSONNUMMER);
    const lines = said.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'fatal',
      app: 'api',
      err: { type: 'RangeError', at: expect.any(Array) },
      msg: 'nobody has caught this; the process ends',
    });
  });

  it('may be no error at all', () => {
    const { code, said } = failing(`setTimeout(() => { throw '${PERSONNUMMER}'; }, 1);`);
    expect(code).toBe(1);
    expect(said).not.toContain(PERSONNUMMER);
    expect(JSON.parse(said)).toMatchObject({ level: 'fatal', err: { type: 'string' } });
  });
});
