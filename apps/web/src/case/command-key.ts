import type { AllowedCommand } from '../api/types';

/** Tells a command from the same one for another receiver, or another commitment. */
export function commandKey({ name, target }: AllowedCommand): string {
  return `command-${name}-${Object.values(target)[0] ?? 'ward'}`;
}
