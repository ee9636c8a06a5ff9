import type { Toolset } from './command';
import { PAYMENT_COMMANDS } from './payment-commands';
import { runCli } from './run-cli';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
// A reader of our output that goes away (`hemgang case show … | head`) is no fault.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const args = process.argv.slice(2);

/**
 * The whole service takes a second to load; who asks what a stay costs waits for none of it, and who
 * verifies an export has none.
 */
async function toolsFor(given: readonly string[]): Promise<Toolset> {
  const name = given.slice(0, 2).join(' ');
  if (PAYMENT_COMMANDS.commands.some((command) => command.name === name)) return PAYMENT_COMMANDS;
  if (name === 'audit verify' && given.some(isExport)) {
    return (await import('./audit-commands.js')).AUDIT_COMMANDS;
  }
  return (await import('./all-commands.js')).ALL_COMMANDS;
}

function isExport(argument: string): boolean {
  return /^--export(=|$)/.test(argument);
}

const world = {
  env: process.env,
  stopping: stopping.signal,
  out: (line: string) => process.stdout.write(`${line}\n`),
  err: (line: string) => process.stderr.write(`${line}\n`),
};

void toolsFor(args)
  .then((tools) => runCli(args, world, tools))
  .then((code) => {
    process.exitCode = code;
  });
