import { parseArgs } from 'node:util';
import type { WorkflowRegistry } from '@hemgang/cases';
import type { Language } from '@hemgang/kernel';
import { cannot, type Command, type ExitCode, type Outcome, type Toolset } from './command';
import { help } from './help';

/** The world around one run of the tool. */
export interface CliWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stopping: AbortSignal;
  /** Tests bring versions of workflows that are not in use. */
  readonly registry?: WorkflowRegistry;
  /** Takes a line for standard output. */
  out(line: string): void;
  /** Takes a line for standard error. */
  err(line: string): void;
}

interface Arguments {
  readonly words: readonly string[];
  readonly switches: ReadonlySet<string>;
  /** What each option that takes a value was given, in order. */
  readonly given: Readonly<Record<string, readonly string[]>>;
  readonly language: Language;
  readonly isJson: boolean;
}

/** Runs `hemgang …` and gives its exit code. Never throws and never shows a stack trace. */
export async function runCli(
  args: readonly string[],
  world: CliWorld,
  tools: Toolset,
): Promise<ExitCode> {
  const { commands } = tools;
  const read = readArguments(args, commands);
  if (read === null) {
    const outcome = cannot(
      'Ett val känns inte igen eller saknar värde. Se hemgang --help.',
      'An option is not known or lacks its value. See hemgang --help.',
    );
    return print(outcome, { language: 'sv', isJson: false }, world);
  }
  if (read.switches.has('help') || read.words[0] === 'help' || read.words.length === 0) {
    return print(help(commands, read.language), read, world);
  }
  return print(await outcomeOf(read, world, tools), read, world);
}

async function outcomeOf(
  read: Arguments,
  world: CliWorld,
  { commands, whyFailed }: Toolset,
): Promise<Outcome> {
  const { words, switches, given, language, isJson } = read;
  const command = commandOf(words, commands);
  if (command === undefined) return notUnderstood();
  const operands = words.slice(command.name.split(' ').length);
  const isFitting =
    operands.length === command.operands &&
    [...switches].every((name) => command.switches.includes(name)) &&
    Object.entries(given).every(([name, all]) => takes(command, name, all.length));
  if (!isFitting) return misused(command);
  try {
    return await command.run({
      operands,
      switches,
      values: Object.fromEntries(
        Object.entries(given).map(([name, [first = '']]) => [name, first]),
      ),
      lists: given,
      language,
      env: world.env,
      registry: world.registry,
      stopping: world.stopping,
      tell: (line) => (isJson ? undefined : world.out(line)),
      warn: (line) => world.err(line),
    });
  } catch (error) {
    return { code: 2, why: whyFailed(error) };
  }
}

/** Whether a command knows an option that has been given so many times. */
function takes({ values = [], lists = [] }: Command, name: string, times: number): boolean {
  return lists.includes(name) || (times === 1 && values.includes(name));
}

/** The longest name wins: `clock advance` before `clock`. */
function commandOf(words: readonly string[], commands: readonly Command[]): Command | undefined {
  const named = commands.filter(({ name }) =>
    name.split(' ').every((word, index) => words[index] === word),
  );
  return named.sort((a, b) => b.name.length - a.name.length)[0];
}

function readArguments(args: readonly string[], commands: readonly Command[]): Arguments | null {
  const valued = commands.flatMap(({ values = [], lists = [] }) => [...values, ...lists]);
  const own = {
    ...optionsOf(
      commands.flatMap(({ switches }) => switches),
      { type: 'boolean' as const },
    ),
    ...optionsOf(valued, { type: 'string' as const, multiple: true as const }),
  };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...own,
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        lang: { type: 'string' },
      },
    });
    const { json, lang = 'sv', ...options } = values;
    if (lang !== 'sv' && lang !== 'en') return null;
    const entries = Object.entries(options);
    return {
      words: positionals,
      switches: new Set(entries.flatMap(([name, value]) => (Array.isArray(value) ? [] : [name]))),
      given: Object.fromEntries(
        entries.flatMap(([name, value]) => (Array.isArray(value) ? [[name, value]] : [])),
      ),
      language: lang,
      isJson: json === true,
    };
  } catch {
    // Its message repeats what was typed, which may be anything.
    return null;
  }
}

function optionsOf<Option>(names: readonly string[], option: Option): Record<string, Option> {
  return Object.fromEntries(names.map((name) => [name, option]));
}

function print(
  outcome: Outcome,
  { language, isJson }: Pick<Arguments, 'language' | 'isJson'>,
  world: CliWorld,
): ExitCode {
  if (outcome.code === 2) {
    world.err(outcome.why[language]);
    if (isJson) world.out(JSON.stringify({ error: outcome.why[language] }));
    return 2;
  }
  if (isJson) world.out(JSON.stringify(outcome.data));
  else outcome.lines.forEach((line) => world.out(line));
  return outcome.code;
}

function notUnderstood(): Outcome {
  return cannot(
    'Kommandot finns inte. Se hemgang --help.',
    'There is no such command. See hemgang --help.',
  );
}

function misused({ name, usage }: Command): Outcome {
  const form = ['hemgang', name, usage].filter(Boolean).join(' ');
  return cannot(`Skriv så här: ${form}`, `Write it like this: ${form}`);
}
