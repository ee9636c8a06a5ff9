import type { WorkflowRegistry } from '@hemgang/cases';
import { derivedUrls, settingsOf } from '@hemgang/config';
import { registryInUse } from '@hemgang/testing';
import { ALL_COMMANDS } from '../../apps/cli/all-commands';
import { runCli } from '../../apps/cli/run-cli';

/** What a run of the tool left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `hemgang …` on a database, in demo mode unless another is named. */
export async function hemgang(
  args: readonly string[],
  databaseUrl: string,
  more: {
    readonly mode?: string;
    readonly stopping?: AbortSignal;
    readonly registry?: WorkflowRegistry;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const mode = more.mode ?? 'demo';
  const roles = mode === 'production' ? settingsOf(derivedUrls(databaseUrl)) : {};
  const world = {
    env: { DATABASE_URL: databaseUrl, HEMGANG_MODE: mode, ...roles, ...more.env },
    stopping: more.stopping ?? new AbortController().signal,
    registry: more.registry ?? registryInUse(),
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
  };
  const code = await runCli(args, world, ALL_COMMANDS);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
