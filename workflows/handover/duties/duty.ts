import type { DutyDeclaration } from '@hemgang/engine';
import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import type { DischargeAgreement } from '@workflows/agreement';
import type { HandoverContext } from '../context';

/** A duty of the receiving side. */
export type Duty = DutyDeclaration<HandoverContext, DischargeAgreement>;

export const unit = ({ unit }: HandoverContext) => unit;
export const toldAt = ({ toldAt }: HandoverContext) => toldAt;
/** What ends every duty of the receiving side, whatever it is. */
export const handoverEnded = {
  reject: 'withdrawn',
  'withdraw-party': 'withdrawn',
  'receiver-removed': 'withdrawn',
  'notice-withdrawn': 'withdrawn',
  'case-makulerad': 'withdrawn',
  'arrival-struck': 'withdrawn',
  'wrong-person': 'withdrawn',
  'patient-died': 'lapsed',
  'patient-transferred': 'lapsed',
  'patient-readmitted': 'lapsed',
} as const;

/** When the unit's own planning began to count. */
export const concernedSince = ({ concernedSince, toldAt }: HandoverContext) =>
  concernedSince ?? toldAt;

/** A limit that counts from the first notice; none while it has not reached a receiver outside. */
export function hoursAfterTold(
  { toldAt, unreached }: Pick<HandoverContext, 'toldAt' | 'unreached'>,
  hours: number,
): Instant | null {
  return unreached === true ? null : plusMs(toldAt, hours * HOUR_MS);
}
