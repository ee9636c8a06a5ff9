import type { Service } from '@hemgang/cases';
import type { Config } from '@hemgang/config';
import { formatAge, MINUTE_MS } from '@hemgang/kernel';
import { finding, type Finding } from './finding';

/** The sealer looks every second and signs every minute; what waits longer waits for nobody. */
const UNSEALED_MAX_MS = MINUTE_MS;
const UNSIGNED_MAX_MS = 5 * MINUTE_MS;

/** Whether the logs are sealed, and the seals signed and handed out. */
export async function seals(service: Service, { sealKeyFile, mode }: Config): Promise<Finding> {
  const about = 'seals';
  const { lines, signedLines, checkpointAgeMs, waitingMs, isWaiting } =
    await service.auditing.audit.standing();
  const progress = await service.seeding.load();
  // What seeding writes bears times of the past, so that it looks late when it has just come.
  const isSeeding = progress !== null && progress.finishedAt === null;
  if (isWaiting && (waitingMs ?? 0) > UNSEALED_MAX_MS) {
    const age = waitingMs ?? 0;
    return finding(
      about,
      isSeeding ? 'warning' : 'fault',
      `Loggen har inte förseglats på ${formatAge(age, 'sv')}. Är worker igång?`,
      `The log has not been sealed for ${formatAge(age, 'en')}. Is the worker running?`,
    );
  }
  if (lines > signedLines && checkpointAgeMs === null && mode === 'demo' && !sealKeyFile) {
    return finding(
      about,
      'ok',
      `${lines} rader är förseglade; ingen nyckel undertecknar dem.`,
      `${lines} lines are sealed; no key signs them.`,
    );
  }
  if (lines > signedLines && (checkpointAgeMs ?? UNSIGNED_MAX_MS + 1) > UNSIGNED_MAX_MS) {
    return finding(
      about,
      'warning',
      `${lines - signedLines} förseglade rader saknar kontrollpunkt. Har worker nyckeln?`,
      `${lines - signedLines} sealed lines have no checkpoint. Has the worker its key?`,
    );
  }
  const last = checkpointAgeMs ?? 0;
  return finding(
    about,
    'ok',
    `${lines} rader är förseglade, den senaste kontrollpunkten är ${formatAge(last, 'sv')} gammal.`,
    `${lines} lines are sealed, the last checkpoint is ${formatAge(last, 'en')} old.`,
  );
}
