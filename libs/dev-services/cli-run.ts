import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import type { ProgramStart } from './process-group';
import { startGroup } from './process-group';

/** One run of `hemgang …` as a program of its own. */
export interface CliRun {
  start: Omit<ProgramStart, 'output'>;
  /** Gets each line the program writes. */
  onLine: (line: string) => void;
  /** Leaves the processors to everything else. */
  lowPriority: boolean;
  /** Ends the program early; it has to cope with that. */
  stopping: AbortSignal;
}

/** Niceness from 0 (normal) to 19. */
const LOW_PRIORITY = 10;

/** Runs the program to its end and gives its exit code; null when it was ended by a signal. */
export async function runCli({
  start,
  onLine,
  lowPriority,
  stopping,
}: CliRun): Promise<number | null> {
  if (stopping.aborted) return null;
  const group = startGroup({ ...start, output: ['pipe', 'inherit'] });
  if (lowPriority) setPriority(group.pid, LOW_PRIORITY);
  if (group.stdout !== null) createInterface({ input: group.stdout }).on('line', onLine);
  const stop = (): void => void group.stop();
  stopping.addEventListener('abort', stop);
  try {
    return await group.ended;
  } finally {
    stopping.removeEventListener('abort', stop);
  }
}
