import { CORRECT, DISPUTE, MAKULERA, UNIT_REPLACED } from '@hemgang/engine';
import type { StayLogRow } from '@hemgang/store';
import type { CaseLog } from './log-line';
import { SIP_EVENTS } from './sip-facts';
import type { StayLogs } from './stay-facts';

/** The event by which a stay's log names a SIP. */
const SIP_STARTED = 'sip-started';

/** Every type of event that the facts of a stay may rest on: the others need not be read. */
export const LEDGER_EVENTS: readonly string[] = [
  ...['admit', 'judge-need', 'no-need', 'accept-move', 'note-compulsory-care'],
  ...['send-inskrivningsmeddelande', 'readdress', 'add-receiver', 'remove-receiver'],
  ...['forward', 'reject', 'withdraw-party', 'accept-municipal-transfer', 'report-sent'],
  ...['mark-utskrivningsklar', 'notify-utskrivningsklar', 'withdraw-utskrivningsklar'],
  ...['answer', 'clarify-open-care', 'note-permission', 'end-permission'],
  ...['identify-patient', 'split-patient', 'move-wrong-person'],
  ...['change-folkbokforing', 'assign-municipality'],
  ...['discharge', 'transfer-to-region', 'register-death', 'makulera-case', 'strike-wrong-person'],
  ...[CORRECT, MAKULERA, DISPUTE, UNIT_REPLACED, SIP_STARTED],
  ...Object.values(SIP_EVENTS),
];

/**
 * Puts lines together to logs: each stay with the SIPs that it names.
 * @param rows of the stays and their SIPs, by case and in order
 */
export function stayLogs(
  stays: readonly string[],
  rows: readonly StayLogRow[],
): ReadonlyMap<string, StayLogs> {
  const lines = new Map<string, StayLogRow[]>();
  for (const row of rows) {
    const own = lines.get(row.caseId);
    if (own === undefined) lines.set(row.caseId, [row]);
    else own.push(row);
  }
  const logOf = (id: string): CaseLog => ({ case: id, lines: lines.get(id) ?? [] });
  return new Map(
    stays.map((id) => {
      const stay = logOf(id);
      const named = stay.lines
        .filter(({ type }) => type === SIP_STARTED)
        .map(({ payload }) => String(payload['case']));
      return [id, { stay, sips: [...new Set(named)].map(logOf) }];
    }),
  );
}

/** The logs as they were when the stay's had so many events. */
export function logsAsOf({ stay, sips }: StayLogs, version: number): StayLogs {
  const lines = stay.lines.filter(({ seq }) => seq <= version);
  const until = lines.at(-1)?.recordedAt ?? '';
  return {
    stay: { ...stay, lines },
    sips: sips.map((sip) => ({
      ...sip,
      lines: sip.lines.filter(({ recordedAt }) => recordedAt <= until),
    })),
  };
}
