import { useState } from 'react';
import { isUndecided, type Problem } from '../api/answer';
import { Attempt } from '../form/attempt';
import { change, type Changed } from './admin-api';

/** Sends changes one at a time; what nobody knows the outcome of is repeated unchanged. */
export function useChange(onDone: (changed: Changed) => Promise<void> | void) {
  const [attempt] = useState(() => new Attempt());
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (
    path: string,
    body: Readonly<Record<string, unknown>>,
    seen: number | null = null,
  ) => {
    if (isSending) return;
    setIsSending(true);
    const answer = await change(
      path,
      attempt.command({ path, body }, () => body),
      seen,
    );
    setIsSending(false);
    if (answer.ok || !isUndecided(answer.problem)) attempt.decided();
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) await onDone(answer.data);
  };
  return { send, isSending, problem };
}
