import type { CaseState } from '@hemgang/engine';
import { dischargeAgreement, vasterbottenAssumed } from '@workflows/agreement';

/** The agreement a new case gets. Kept in the case, so that a later change moves nothing by itself. */
export function agreementInForce(): CaseState['agreement'] {
  return dischargeAgreement.parse(vasterbottenAssumed);
}
