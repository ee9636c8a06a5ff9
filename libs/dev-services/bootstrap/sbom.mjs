// `npm run sbom [FILE]`: writes which packages of others an installation holds, as CycloneDX: those
// that the programs load and those that are built into the web app. npm reads them from the lock
// file; nothing has to be installed. Without FILE into dist/sbom.cdx.json, which the image has too.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, say } from './checkout.mjs';

const [file = join(root, 'dist', 'sbom.cdx.json')] = process.argv.slice(2);

const { dependencies } = json('package.json');
/**
 * An installation leaves out what is optional (docker/Dockerfile). npm's own `--omit=optional` would
 * also leave out what somebody else needs: one optional asker is enough for it.
 */
const left = leftOut(json('package-lock.json').packages);
const roots = [...Object.keys(dependencies), ...builtIntoTheWebApp()];
const whole = JSON.parse(
  npm('sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--include=dev'),
);
const kept = reachable(whole, roots);
const own = whole.metadata.component['bom-ref'];
const sbom = {
  ...whole,
  metadata: { ...whole.metadata, component: application(whole.metadata.component) },
  components: whole.components.filter((each) => kept.has(each['bom-ref'])).map(withoutMark),
  dependencies: whole.dependencies
    .filter(({ ref }) => ref === own || kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) })),
};
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
say(`Wrote ${file}: ${sbom.components.length} packages.`);

/** The packages that sources of the web app import: vite copies them into what browsers get. */
function builtIntoTheWebApp() {
  const folder = join(root, 'apps', 'web', 'src');
  const sources = readdirSync(folder, { recursive: true }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name),
  );
  const imported = sources.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [...text.matchAll(/(?:from|import) '(@[\w-]+\/[\w-]+|[\w-]+)[/\w.-]*'/g)].map(
      ([, found]) => found,
    );
  });
  return [...new Set(imported)];
}

/** The references that can be reached from the packages with these names. */
function reachable({ metadata, components, dependencies: edges }, names) {
  const next = new Map(edges.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const nameOf = new Map(components.map((each) => [each['bom-ref'], each.purl]));
  const isWanted = (ref) =>
    names.some((name) => nameOf.get(ref)?.startsWith(`pkg:npm/${name.replace('@', '%40')}@`));
  const found = new Set();
  const visit = (ref) => {
    if (found.has(ref) || left.has(ref)) return;
    found.add(ref);
    (next.get(ref) ?? []).forEach(visit);
  };
  (next.get(metadata.component['bom-ref']) ?? []).filter(isWanted).forEach(visit);
  return found;
}

/** What is built in is a development package to npm, and none to who gets it. */
function withoutMark({ properties, ...component }) {
  const own = properties.filter(({ name }) => name !== 'cdx:npm:package:development');
  return { ...component, scope: 'required', properties: own };
}

/** The references of packages that the lock file needs for nothing but what is optional. */
function leftOut(packages) {
  const entries = Object.entries(packages).map(([path, { version, optional, devOptional }]) => ({
    ref: `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`,
    isOptional: optional === true || devOptional === true,
  }));
  const needed = new Set(entries.filter((each) => !each.isOptional).map(({ ref }) => ref));
  return new Set(entries.map(({ ref }) => ref).filter((ref) => !needed.has(ref)));
}

function json(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

function application(component) {
  return { ...component, type: 'application' };
}

function npm(...args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  return cli?.endsWith('npm-cli.js')
    ? execFileSync(process.execPath, [cli, ...args], options)
    : execFileSync('npm', args, options);
}
