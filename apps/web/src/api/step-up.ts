import type { Answer } from './answer';
import { signIn } from './session';
import type { Me } from './types';

/** Where a tab lands in which somebody has proved anew who she is. */
export const PROVED_PATH = '/legitimerad';

/** Tabs of this browser tell each other of it here; nothing about anybody is said. */
const CHANNEL = 'hemgang-step-up';

/** Where the person proves anew who she is; null: no identity provider vouched for her (training). */
export function proofAddress({ issuer }: Me): string | null {
  return issuer === null ? null : `/api/v1/sign-in/${issuer}?fresh=true&next=${PROVED_PATH}`;
}

/** In training whoever one has chosen to be is believed once more. */
export function proveInTraining({ id }: Me): Promise<Answer<unknown>> {
  return signIn(id);
}

/** Tells the other tabs that the session they share counts as freshly proved. */
export function tellProved(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls `listener` when another tab tells; gives the way to end that. */
export function onProved(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', listener);
  return () => channel.close();
}
