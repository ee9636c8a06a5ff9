import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  constructorDependencies,
  FILE_LINES_COMFORTABLE,
  fileLength,
  functionLength,
  type HouseRule,
  isCode,
  lineCount,
  noDeveloperMachine,
  noSave,
  nothingUnfinished,
  SHARE_ABOVE_COMFORTABLE_MAX,
} from './house-rules';
import { checkout, libraries, sourceTree } from './source-tree';

const tree = sourceTree();

/** Lines of harmless code to make something long. */
const filler = (lines: number): string => '  count += 1;\n'.repeat(lines);
const sample = (text: string, path = 'libs/cases/sample.ts') => ({ path, text });

interface Example {
  readonly rule: HouseRule;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const examples: Record<string, Example> = {
  'no file is longer than 400 lines': {
    rule: fileLength,
    good: [filler(400)],
    bad: [filler(401)],
  },
  'no function is longer than 70 lines': {
    rule: functionLength,
    good: [
      `function short() {\n${filler(68)}}`,
      `describe('a promise', () => {\n${filler(100)}it('is kept', keep);\n});`,
      `function contract() {\n${filler(100)}it.each([1])('is kept', keep);\n}`,
    ],
    bad: [
      `function long() {\n${filler(69)}}`,
      `const long = () => {\n${filler(69)}};`,
      `class A {\n  long() {\n${filler(69)}  }\n}`,
      `it('keeps a promise', () => {\n${filler(69)}});`,
    ],
  },
  'no constructor takes more than six dependencies': {
    rule: constructorDependencies,
    good: ['class A { constructor(a, b, c, d, e, f) {} }'],
    bad: ['class A { constructor(a, b, c, d, e, f, g) {} }'],
  },
  'nothing is left for later or silenced': {
    rule: nothingUnfinished,
    good: ['// A personnummer is written YYYYMMDD-XXXX.', 'const methodology = 1;'],
    bad: [
      '// TO' + 'DO: later',
      '// FIX' + 'ME',
      '/* eslint' + '-disable */',
      '// @ts' + '-ignore',
    ],
  },
  'no path of a developer machine is written down': {
    rule: noDeveloperMachine,
    good: ['fetch(`${base}/home/start`)', "import { a } from '../home/a'", 'https://a.se/home/b'],
    bad: ["cd('/ho" + "me/anna/hemgang')", "'/Us" + "ers/anna'", "'/ro" + "ot/hemgang'"],
  },
  "the command path does not call TypeORM's save": {
    rule: noSave,
    good: ['await manager.query(statement, values);', 'const saved = 1;'],
    bad: ['await repository.save(row);', 'await this.cases\n  .save (row);'],
  },
};

describe.each(Object.entries(examples))('%s', (_promise, { rule, good, bad }) => {
  it('in this tree', () => {
    expect(tree.flatMap(rule)).toEqual([]);
  });

  it.each(good)('keeps the rule: %#', (text) => {
    expect(rule(sample(text))).toEqual([]);
  });

  it.each(bad)('breaks the rule: %#', (text) => {
    expect(rule(sample(text))).toHaveLength(1);
  });
});

describe('tables and migrations', () => {
  it.each(['workflows/sip/sip.machine.ts', 'libs/store/migrations/0001-cases.ts'])(
    'may hold long functions: %s',
    (path) => {
      expect(functionLength(sample(`function long() {\n${filler(90)}}`, path))).toEqual([]);
    },
  );
});

describe('files are rarely longer than 250 lines', () => {
  it('nine of ten are not', () => {
    const all = tree.filter(isCode);
    const long = all.filter((file) => lineCount(file) > FILE_LINES_COMFORTABLE);
    expect(long.length / all.length).toBeLessThanOrEqual(SHARE_ABOVE_COMFORTABLE_MAX);
  });
});

describe('every library has a front door', () => {
  it('finds the libraries', () => {
    expect(libraries()).toEqual(expect.arrayContaining(['engine', 'kernel']));
  });

  it.each(libraries())('libs/%s/index.ts', (library) => {
    expect(existsSync(join(checkout, 'libs', library, 'index.ts'))).toBe(true);
  });
});
