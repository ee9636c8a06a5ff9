import { dischargeAgreement, paymentStartOf } from '@workflows/agreement';
import { dischargeContext } from '@workflows/discharge';
import type { Told } from '../case-type';
import type { ClockView } from './preview-view';

/**
 * Whether the days of betalningsansvar begin or cease to be reckoned (2017:612 5:4): they are from when
 * the receivers were told that the patient is utskrivningsklar. Pure.
 * @returns null for what is no stay, and for who does not see the process
 */
export function liabilityClock(before: Told, after: Told): ClockView | null {
  if (!after.mask.has('process')) return null;
  const [was, is] = [sentAt(before), sentAt(after)];
  if (was === is) return null;
  if (is === null) {
    return { is: 'stops', at: after.now, liableFrom: null };
  }
  const agreement = dischargeAgreement.parse(after.rows.case.state.agreement);
  return { is: 'starts', at: is, liableFrom: paymentStartOf(is, agreement) };
}

function sentAt({ rows: { case: stored } }: Told): string | null {
  return stored.type === 'discharge'
    ? (dischargeContext(stored.state).utskrivningsklar?.sentAt ?? null)
    : null;
}
