import {
  dischargeAgreement,
  vasterbottenAssumed,
  type DischargeAgreement,
} from '@workflows/agreement';

/** The agreement a new case gets. Kept in the case, so that a later change moves nothing by itself. */
export function agreementInForce(): DischargeAgreement {
  return dischargeAgreement.parse(vasterbottenAssumed);
}
