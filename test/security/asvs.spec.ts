import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from '../architecture/formatted';
import { checkout, sourceTree } from '../architecture/source-tree';
import { CHAPTERS, type Item, type Proof } from './asvs';

const PAGE = join(checkout, 'docs/security/asvs.md');

const items = CHAPTERS.flatMap(([, all]) => all);

const HEAD = `# OWASP ASVS 5.0

Every item of levels 1 and 2, and those of level 3 that Hemgång holds itself to, in our words: how we stand, and the test that
says so. Written by \`UPDATE_DOCS=1 npx jest test/security/asvs\` from \`test/security/asvs/\`; the same suite looks that each test is
there and is called so. An item is **met** when tests prove it, **partly** with what is missing, **open** when it is not met, the
**site's** when somebody else must do it, and **–** when Hemgång has nothing that it is about.`;

function proofsOf({ verdict }: Item): readonly Proof[] {
  return 'proofs' in verdict ? verdict.proofs : [];
}

function wordOf({ verdict }: Item): string {
  switch (verdict.kind) {
    case 'met':
      return 'met';
    case 'partly':
      return `partly: ${verdict.rest}`;
    case 'open':
      return `**open**: ${verdict.rest}`;
    case 'others':
      return `site’s: ${verdict.whose}`;
    case 'none':
      return `–: ${verdict.why}`;
  }
}

function row(one: Item): string {
  const proofs = proofsOf(one).map(({ file, name }) => `\`${file}\`: ${name}`);
  const cells = [one.id, String(one.level), one.asks, wordOf(one), proofs.join('<br>')];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function countOf(kind: Item['verdict']['kind']): number {
  return items.filter(({ verdict }) => verdict.kind === kind).length;
}

function page(): string {
  const tables = CHAPTERS.map(([title, all]) =>
    [
      `## ${title}`,
      [
        '| item | level | asks | stands | proof |',
        '| --- | --- | --- | --- | --- |',
        ...all.map(row),
      ].join('\n'),
    ].join('\n\n'),
  );
  const sum =
    `Rows: ${items.length}, met ${countOf('met')}, partly ${countOf('partly')}, open ${countOf('open')}, ` +
    `the site’s ${countOf('others')}, without object ${countOf('none')}.`;
  const text = [HEAD, sum, ...tables].join('\n\n');
  return formatted(PAGE, text);
}

describe('the table of ASVS items', () => {
  it('is the one in docs/security/asvs.md (UPDATE_DOCS=1 writes it)', () => {
    const text = page();
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, text);
    expect(readFileSync(PAGE, 'utf8')).toBe(text);
  });

  it('names tests that are there, by the name that they have', () => {
    const missing = items.flatMap((one) =>
      proofsOf(one).filter(({ file, name }) => {
        const path = join(checkout, file);
        return (
          !existsSync(path) || !readFileSync(path, 'utf8').replaceAll("\\'", "'").includes(name)
        );
      }),
    );
    expect(missing).toEqual([]);
  });

  it('has a proof for all that it calls met, and each item once', () => {
    const unproven = items.filter(
      (one) => one.verdict.kind === 'met' && proofsOf(one).length === 0,
    );
    expect(unproven).toEqual([]);
    const ids = items.flatMap(({ id }) => id.split(', '));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^\d+\.\d+\.\d+(–\d+\.\d+\.\d+)?$/);
  });
});

const SEALING = 'libs/cases/downtime/sealing.ts';
const PRINTER = 'apps/api/pages/pdf-printer.ts';

describe('the source of the programs', () => {
  const programs = sourceTree().filter(
    ({ path }) =>
      /^(?:apps\/(?:api|worker|cli)|libs\/(?!(?:testing|dev-services)\/)[^/]+|workflows)\/.*\.ts$/.test(
        path,
      ) && !/\.(?:spec|fixture|contract)\.ts$/.test(path),
  );
  const using = (pattern: RegExp) =>
    programs.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  it('uses no hash function that is broken', () => {
    expect(programs.length).toBeGreaterThan(300);
    expect(using(/create(?:Hash|Hmac)\(\s*'(?!sha256|sha512)/)).toEqual([]);
    expect(using(/\bmd5\(|\bsha1\(/i)).toEqual([]);
  });

  it('takes digests, seals and keys from the platform alone', () => {
    const calls =
      /\b(?:createHash|createHmac|pbkdf2Sync|generateKeyPairSync|randomBytes|timingSafeEqual)\(/;
    const users = programs.filter(({ text }) => calls.test(text));
    expect(users.length).toBeGreaterThan(10);
    expect(users.filter(({ text }) => !text.includes("from 'node:crypto'"))).toEqual([]);
    expect(using(/generateKeyPair(?:Sync)?\('(?!ed25519'|x25519')/)).toEqual([]);
    // A unit's page for an outage is sealed to its key (record 31), and nothing else is encrypted.
    expect(using(/create(?:Cipher|Decipher|ECDH|DiffieHellman)/)).toEqual([SEALING]);
    expect(using(/createCipheriv\((?!'aes-256-gcm')/)).toEqual([]);
  });

  it('takes random values from the system alone', () => {
    // Invented people and months are drawn with a seed of their own.
    expect(using(/Math\.random/)).toEqual([]);
  });

  it('evaluates nothing and starts no program but the one that prints', () => {
    expect(using(/\beval\(|new Function\(|node:vm/)).toEqual([]);
    // The browser gets fixed arguments; the page goes to it through a pipe (record 29).
    expect(using(/import \{[^}]*\} from 'node:child_process'/)).toEqual([PRINTER]);
  });
});
