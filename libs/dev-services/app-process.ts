import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startGroup, type ProcessGroup, type ProgramStart } from './process-group';

/** An app that is kept running. */
export interface AppProcess {
  /** Ends the present process and starts another at once (the code has changed). */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** What to keep running, and whom to tell. */
export interface AppOptions {
  name: string;
  start: Omit<ProgramStart, 'output'>;
  /** Gets what the app writes; emptied at the first start. */
  logFile: string;
  say: (message: string) => void;
  /** False while the service has never been ready: an app that dies then would die again. */
  mayRestart: () => boolean;
  /** Called instead of a restart, with the app's last words. */
  failed: (message: string) => void;
}

/** 0.5, 1, 2, 4 … s between restarts: fast after a chance fault, no busy loop after a lasting one. */
const BACK_OFF_FIRST_MS = 500;
const BACK_OFF_MAX_MS = 30_000;
/** A process that lived this long was healthy; its death starts the row anew. */
const HEALTHY_MS = 60_000;
/** Enough for one stack trace. */
const LAST_WORDS_CHARACTERS_MAX = 2_000;

/** Starts an app and starts it again when it dies without having been told to. */
export function keepRunning(options: AppOptions): AppProcess {
  let stopping = false;
  let group = begin(options, 'w');
  /** The process that was told to end for a restart. */
  let told: ProcessGroup | null = null;
  let backOffMs = BACK_OFF_FIRST_MS;

  const mayEnd = (watched: ProcessGroup): boolean => stopping || watched === told;
  const watch = async (watched: ProcessGroup): Promise<void> => {
    const since = performance.now();
    const code = await watched.ended;
    if (mayEnd(watched)) return;
    if (!options.mayRestart()) {
      options.failed(`${options.name} ended (${code ?? 'killed'}):\n${lastWords(options.logFile)}`);
      return;
    }
    if (performance.now() - since >= HEALTHY_MS) backOffMs = BACK_OFF_FIRST_MS;
    options.say(
      `${options.name} ended (${code ?? 'killed'}); starting it again (${options.logFile})`,
    );
    await pause(backOffMs);
    backOffMs = Math.min(backOffMs * 2, BACK_OFF_MAX_MS);
    if (!mayEnd(watched)) again();
  };
  const again = (): void => {
    group = begin(options, 'a');
    void watch(group);
  };
  void watch(group);

  return {
    async restart() {
      told = group;
      await group.stop();
      if (!stopping) again();
    },
    async stop() {
      stopping = true;
      await group.stop();
    },
  };
}

function begin({ start, logFile }: AppOptions, mode: 'w' | 'a'): ProcessGroup {
  const log = openSync(logFile, mode, 0o600);
  try {
    return startGroup({ ...start, output: [log, log] });
  } finally {
    closeSync(log);
  }
}

function lastWords(logFile: string): string {
  return readFileSync(logFile, 'utf8').slice(-LAST_WORDS_CHARACTERS_MAX).trim();
}
