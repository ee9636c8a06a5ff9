import { useState } from 'react';
import type { Problem } from '../api/answer';
import { giveCommand } from '../api/commands';
import { serverNow } from '../api/server-time';
import type { DutyLine } from '../api/types';
import { Attempt } from '../form/attempt';
import { fill } from '../language';
import { formatClock } from '../time';
import type { WorklistTexts } from './texts';

/**
 * Whether a duty can be done from the list: it is no more than a kvittens, and the reader has read the
 * case as it is now. Nobody acknowledges what she has not seen.
 */
export function mayAcknowledge({ key, openedByYou }: DutyLine): boolean {
  return isKvittens(key) && openedByYou;
}

function isKvittens(key: string): boolean {
  return key === 'kvittens';
}

interface Kvittens {
  /** What the list says of the last try; empty before. */
  readonly said: string;
  readonly problem: Problem | null;
  readonly acknowledge: (duty: DutyLine, name: string) => Promise<void>;
}

/** The kvittens of one row; never of several at once. */
export function useKvittens(t: WorklistTexts, reload: () => Promise<void>): Kvittens {
  const [attempt] = useState(() => new Attempt());
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const acknowledge = async (duty: DutyLine, name: string) => {
    setProblem(null);
    if (!isKvittens(duty.key)) return setSaid(t.noKvittens);
    if (!mayAcknowledge(duty)) return setSaid(t.openFirst);
    const { caseId, caseVersion, handover } = duty;
    const command = attempt.command([caseId, caseVersion, handover], () => ({ handover }));
    const answer = await giveCommand('discharges', caseId, 'acknowledge', caseVersion, command);
    if (answer.ok) setSaid(fill(t.acknowledged, { time: formatClock(serverNow()), name }));
    else setProblem(answer.problem);
    if (answer.ok || answer.problem.status === 412) attempt.decided();
    return reload();
  };
  return { said, problem, acknowledge };
}
