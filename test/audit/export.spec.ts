import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { newKey } from '@hemgang/access';
import { query } from '@hemgang/testing';
import { ALL_COMMANDS } from '../../apps/cli/all-commands';
import { AUDIT_COMMANDS } from '../../apps/cli/audit-commands';
import { runCli } from '../../apps/cli/run-cli';
import { hemgang } from '../cli/run';
import { SealedCounty } from './sealed-county.fixture';

jest.setTimeout(120_000);

const CONTROLLER = 'umea-individ-och-omsorgsnamnden';

/** Verifies a file with no database to be found. */
async function verifyFile(path: string, ...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(
    ['audit', 'verify', '--json', '--export', path, ...args],
    {
      env: {},
      stopping: new AbortController().signal,
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    },
    AUDIT_COMMANDS,
  );
  return { code, err: err.join(), ...(JSON.parse(out.join()) as Record<string, unknown>) };
}

describe('the export of one controller', () => {
  let sealed: SealedCounty;
  let path: string;
  let records: string[];

  beforeAll(async () => {
    sealed = await SealedCounty.open();
    path = sealed.file(`export-${randomUUID()}.jsonl`, '').replace('.jsonl', '-whole.jsonl');
    const ran = await hemgang(
      ['audit', 'export', '--controller', CONTROLLER, '--to', path],
      sealed.url,
    );
    expect(ran).toMatchObject({ code: 0 });
    records = readFileSync(path, 'utf8').trimEnd().split('\n');
  });
  afterAll(() => sealed.close());

  const changed = (change: (records: string[]) => readonly string[]): string =>
    sealed.file('changed.jsonl', `${change([...records]).join('\n')}\n`);
  const lineWhere = (condition: (record: Record<string, unknown>) => boolean): number =>
    records.findIndex((text) => condition(JSON.parse(text) as Record<string, unknown>));
  const edited = (index: number, edit: (record: Record<string, unknown>) => object) =>
    changed((all) => {
      all[index] = JSON.stringify(edit(JSON.parse(all[index]!) as Record<string, unknown>));
      return all;
    });
  const isShown = ({ kind, line }: Record<string, unknown>) =>
    kind === 'line' && line !== undefined;
  const isHidden = ({ kind, salt }: Record<string, unknown>) =>
    kind === 'line' && salt === undefined;

  it('verifies without a database, with the checkpoints that were handed out', async () => {
    const verdict = await verifyFile(path, '--checkpoints', sealed.checkpointFile());
    expect(verdict).toMatchObject({ code: 0, fault: null, checkpoints: 2, agreeing: 2 });
    const [{ n } = { n: 0 }] = await query<{ n: number }>(
      sealed.url,
      'select count(*)::int as n from sealed_lines',
    );
    expect(verdict).toMatchObject({ lines: n });
  });

  it('says nothing of what other controllers did but digests', async () => {
    const text = records.join('\n');
    expect(text).toContain('maria-forsberg');
    expect(text).not.toContain('anna-lundgren');
    expect(text).not.toContain('nus-medicin-2');
    expect(lineWhere(isHidden)).toBeGreaterThan(0);
  });

  it.each([
    [
      'line',
      () =>
        edited(lineWhere(isShown), (r) => ({
          ...r,
          line: { ...(r['line'] as object), seq: 77 },
        })),
      'line',
    ],
    ['leaf', () => edited(lineWhere(isHidden), (r) => ({ ...r, leaf: '0'.repeat(64) })), 'root'],
    [
      'gone',
      () => changed((all) => all.filter((_, index) => index !== lineWhere(isHidden))),
      'numbering',
    ],
    ['end', () => changed((all) => all.slice(0, -1)), 'incomplete'],
    ['log', () => edited(0, (r) => ({ ...r, log: randomUUID() })), 'signature'],
  ] as const)('is found changed: %s', async (_, file, fault) => {
    const verdict = await verifyFile(file());
    expect(verdict).toMatchObject({ code: 1 });
    expect((verdict as unknown as { fault: { code: string } }).fault.code).toMatch(
      fault === 'signature' ? /signature|other-log/ : fault,
    );
  });

  it('is refused when it is no log', async () => {
    expect((await verifyFile(sealed.file('no-log.jsonl', 'hello\n'))).code).toBe(2);
    expect((await verifyFile('/nowhere/at/all')).code).toBe(2);
  });

  it('is written for a controller of the directory only, and over no file', async () => {
    const to = sealed.file('taken.jsonl', 'mine');
    for (const args of [
      ['--controller', 'nobody', '--to', `${to}.2`],
      ['--controller', CONTROLLER, '--to', to],
      ['--controller', CONTROLLER],
    ]) {
      expect((await hemgang(['audit', 'export', ...args], sealed.url)).code).toBe(2);
    }
    expect(readFileSync(to, 'utf8')).toBe('mine');
  });

  it('is a command of the whole tool too', () => {
    expect(ALL_COMMANDS.commands.map(({ name }) => name)).toContain('audit verify');
  });
});

describe('the key of the seals', () => {
  let sealed: SealedCounty;
  beforeAll(async () => {
    sealed = await SealedCounty.open();
  });
  afterAll(() => sealed.close());

  it('gives way to another that it introduces', async () => {
    const held = sealed.checkpointFile();
    const next = newKey();
    await sealed.live();
    await sealed.seal(sealed.sealerWith(`${next}${sealed.pem}`));
    expect(await sealed.verify('--checkpoints', held)).toMatchObject({ code: 0, checkpoints: 3 });
    await sealed.live();
    await sealed.seal(sealed.sealerWith(next));
    expect(await sealed.verify('--checkpoints', held)).toMatchObject({ code: 0, checkpoints: 4 });
  });

  it('is not trusted when nobody has introduced it', async () => {
    const held = sealed.checkpointFile();
    await sealed.live();
    await sealed.seal(sealed.sealerWith(newKey()));
    expect(await sealed.verify('--checkpoints', held)).toMatchObject({
      code: 1,
      fault: { code: 'signature', where: 'checkpoint 5' },
    });
  });
});
