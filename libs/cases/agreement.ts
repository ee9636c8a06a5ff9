import type { CaseState } from '@hemgang/engine';
import {
  avvikelseAgreement,
  avvikelseAssumed,
  dischargeAgreement,
  settlementAgreement,
  settlementAssumed,
  sipAgreement,
  sipAssumed,
  vasterbottenAssumed,
  type DischargeAgreement,
} from '@workflows/agreement';

/** What the county has agreed on for stays in hospital. */
export function agreementInForce(): DischargeAgreement {
  return dischargeAgreement.parse(vasterbottenAssumed);
}

const IN_FORCE: Readonly<Record<string, () => CaseState['agreement']>> = {
  discharge: agreementInForce,
  sip: () => sipAgreement.parse(sipAssumed),
  avvikelse: () => avvikelseAgreement.parse(avvikelseAssumed),
  settlement: () => settlementAgreement.parse(settlementAssumed),
};

/**
 * The agreement a new case of a type gets. Kept in the case, so that a later change moves nothing by
 * itself. A type of which nothing is agreed gets none.
 */
export function agreementFor(type: string): CaseState['agreement'] {
  return IN_FORCE[type]?.() ?? {};
}
