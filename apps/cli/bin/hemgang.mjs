#!/usr/bin/env node
// `npx hemgang …` and `npm run -s hemgang -- …`: installs and builds what is missing (progress on
// stderr), finds the database of the Hemgång that runs from this checkout, and runs the command.
import { join } from 'node:path';
import { root, say } from '../../../libs/dev-services/bootstrap/checkout.mjs';
import { runningEnvironment } from '../../../libs/dev-services/bootstrap/connection.mjs';
import {
  ensureBuilt,
  ensureInstalled,
  main,
} from '../../../libs/dev-services/bootstrap/ensure.mjs';
import { runNode } from '../../../libs/dev-services/bootstrap/run.mjs';

/** Commands that compute from their input alone, or only explain themselves. */
const WITHOUT_DATABASE = ['payment', 'help', '--help', '-h', '--version'];
/** An export is verified by itself. */
const isWithoutDatabase = (args) =>
  WITHOUT_DATABASE.includes(args[0]) ||
  (args[0] === 'audit' && args.some((arg) => /^--export(=|$)/.test(arg)));
/** Cannot run; see the exit codes in the help. */
const CANNOT_RUN = 2;

await main(async () => {
  const args = process.argv.slice(2);
  const ownDatabase = process.env.DATABASE_URL !== undefined;
  const running = ownDatabase ? null : runningEnvironment();
  if (running === null) {
    if (!ownDatabase && args.length > 0 && !isWithoutDatabase(args)) {
      say('Hemgång is not running; start it with npm start');
      return CANNOT_RUN;
    }
    // What runs is built; building again would empty dist/ under it.
    await ensureInstalled();
    await ensureBuilt();
  }
  // File names in arguments are meant from where the command was given.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const env = { ...running, ...process.env };
  return runNode([join(root, 'dist/programs/cli.js'), ...args], { env, cwd });
});
