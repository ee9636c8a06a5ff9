import { useState } from 'react';
import { isUndecided, type Answer, type Problem } from '../api/answer';
import type { OutgoingCommand } from '../api/commands';
import { Attempt } from './attempt';

/** Sends one thing at a time; what nobody knows the outcome of is repeated unchanged. */
export function useSending<Done>(onDone: (done: Done) => Promise<void> | void) {
  const [attempt] = useState(() => new Attempt());
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** @param what tells one attempt from another */
  const send = async (
    what: unknown,
    body: OutgoingCommand['body'],
    deliver: (command: OutgoingCommand) => Promise<Answer<Done>>,
  ) => {
    if (isSending) return;
    setIsSending(true);
    const answer = await deliver(attempt.command(what, () => body));
    setIsSending(false);
    if (answer.ok || !isUndecided(answer.problem)) attempt.decided();
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) await onDone(answer.data);
  };
  return { send, isSending, problem };
}
