import type { WorkflowRegistry } from '@hemgang/cases';
import type { Language, Text } from '@hemgang/kernel';

/** 0 done · 1 found something wrong · 2 cannot run, or the input is bad. */
export type ExitCode = 0 | 1 | 2;

/** What a command found or did; the edge prints it as text or as JSON. */
export type Outcome =
  | { readonly code: 0 | 1; readonly lines: readonly string[]; readonly data: object }
  | { readonly code: 2; readonly why: Text };

/** One call of a command. */
export interface Call {
  /** What follows the command's name. */
  readonly operands: readonly string[];
  /** The switches that were given, without dashes. */
  readonly switches: ReadonlySet<string>;
  /** What was given with options that take a value, by name without dashes. */
  readonly values: Readonly<Record<string, string>>;
  /** The same of options that may be given several times, in their order. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly language: Language;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The workflows to work with; those of this program when left out. */
  readonly registry: WorkflowRegistry | undefined;
  /** Aborts when the operator ends the program. */
  readonly stopping: AbortSignal;
  /** A line for a person who waits; not printed with --json. */
  tell(line: string): void;
  /** A fault that does not end the command, for stderr. */
  warn(line: string): void;
}

/** A command of the operator's tool. */
export interface Command {
  /** One to three words: `case show`, `payment rates add`. */
  readonly name: string;
  /** What is written after the name: `ID`. */
  readonly usage: string;
  readonly summary: Text;
  /** Switches of its own, without dashes. */
  readonly switches: readonly string[];
  /** Options of its own that take a value, without dashes. */
  readonly values?: readonly string[];
  /** Those that may be given several times. */
  readonly lists?: readonly string[];
  /** How many operands it takes. */
  readonly operands: number;
  run(call: Call): Promise<Outcome>;
}

/** The commands of one run, and how a failure of one of them is told. */
export interface Toolset {
  readonly commands: readonly Command[];
  /** One sentence about a command that could not go on. */
  readonly whyFailed: (error: unknown) => Text;
}

export function cannot(sv: string, en: string): Outcome {
  return { code: 2, why: { sv, en } };
}
