import { toldAt } from '@hemgang/engine';
import { standingLines, type CaseLog, type StandingLine, type Told } from './log-line';
import type { DraftEvent } from './told-facts';

/** What a stay's SIPs say of the condition of 5:3 st.2. */
export interface SipFacts {
  /** The kallelser that have been sent and hold. */
  readonly called: readonly DraftEvent[];
  /** Whether the patient has said no to a SIP, and not yes since. */
  readonly declined: Told<boolean>;
}

/** Events of a SIP, by name, that the payment depends on. */
export const SIP_EVENTS = {
  call: 'call',
  withdrawCall: 'withdraw-call',
  decline: 'decline-sip',
  consent: 'record-consent',
  makulera: 'makulera-sip',
} as const;

/** @param logs of the stay's SIPs; one that was started in error says nothing */
export function sipFacts(logs: readonly CaseLog[]): SipFacts {
  const sips = logs
    .map((log) => standingLines(log))
    .filter((lines) => lines.every(({ type }) => type !== SIP_EVENTS.makulera));
  const answer = sips
    .flat()
    .filter(({ type }) => type === SIP_EVENTS.decline || type === SIP_EVENTS.consent)
    .sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))
    .at(-1);
  return {
    called: sips.flatMap(callsOf),
    declined: {
      value: answer?.type === SIP_EVENTS.decline,
      events: answer === undefined ? [] : [answer.id],
    },
  };
}

/** The kallelser of one SIP but those that were taken back. */
function callsOf(lines: readonly StandingLine[]): readonly DraftEvent[] {
  return lines.reduce<readonly DraftEvent[]>((calls, line) => {
    if (line.type === SIP_EVENTS.withdrawCall) return calls.slice(0, -1);
    if (line.type !== SIP_EVENTS.call) return calls;
    return [...calls, { type: 'kallelse-sent', at: toldAt(line), events: [line.id] }];
  }, []);
}
