import type { OutgoingCommand } from '../api/commands';
import { useSending } from '../form/use-sending';
import { change, type Changed } from './admin-api';

/** Sends changes of the controller's directory, one at a time. */
export function useChange(onDone: (changed: Changed) => Promise<void> | void) {
  const { send: deliver, ...state } = useSending(onDone);
  const send = (path: string, body: OutgoingCommand['body'], seen: number | null = null) =>
    deliver({ path, body }, body, (command) => change(path, command, seen));
  return { send, ...state };
}
