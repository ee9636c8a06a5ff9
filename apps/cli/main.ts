import type { Toolset } from './command';
import { PAYMENT_COMMANDS } from './payment-commands';
import { runCli } from './run-cli';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
// A reader of our output that goes away (`hemgang case show … | head`) is no fault.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const args = process.argv.slice(2);

/** The whole service takes a second to load; who asks what a stay costs waits for none of it. */
async function toolsFor([topic, command]: readonly string[]): Promise<Toolset> {
  const computes = PAYMENT_COMMANDS.commands.some(({ name }) => name === `${topic} ${command}`);
  return computes ? PAYMENT_COMMANDS : (await import('./all-commands.js')).ALL_COMMANDS;
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
