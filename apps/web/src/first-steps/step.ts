import { useSyncExternalStore } from 'react';
import { keepSetting, localSettings } from '../local-settings';

const listeners = new Set<() => void>();

let step = localSettings().firstStep;

/** Which of the first steps is being tried, from 0; null when none is. */
export function useFirstStep(): number | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => step,
  );
}

/** Goes to a step, or leaves them. It is there again when the page is opened anew. */
export function tryStep(wanted: number | null): void {
  step = wanted;
  keepSetting({ firstStep: wanted });
  listeners.forEach((listener) => listener());
}
