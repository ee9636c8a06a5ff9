import type { LocalDate, RegionCode } from '@hemgang/kernel';
import type { CareType } from '../facts';
import type { PaymentPolicy } from '../policy';
import { monthlyAverage, sormland, stockholmPsychiatry, vastraGotaland } from './elsewhere';
import { statute } from './statute';
import { vasterbotten } from './vasterbotten';

export { statute } from './statute';
export { vasterbotten } from './vasterbotten';

/** All that are known, the law's own first. */
export const POLICIES: readonly PaymentPolicy[] = [
  statute,
  vasterbotten,
  monthlyAverage,
  vastraGotaland,
  sormland,
  stockholmPsychiatry,
];

/** The policy with an id; undefined when there is none. */
export function policyById(id: string): PaymentPolicy | undefined {
  return POLICIES.find((policy) => policy.id === id);
}

/** Whose days they are, where, and when. */
export interface Circumstances {
  /** SCB code of the municipality that pays; null: none is known. */
  readonly payer: string | null;
  readonly region: string;
  readonly careType: CareType;
  readonly on: LocalDate;
}

/**
 * The policy that applies. An agreement binds its parties only (4:5): the region, and the
 * municipalities of its county. For everybody else it is the law's own (I-12).
 */
export function policyFor({ payer, region, careType, on }: Circumstances): PaymentPolicy {
  const agreed = POLICIES.find(
    ({ regions, careTypes, validFrom, validTo }) =>
      regions.includes(region as RegionCode) &&
      payer?.startsWith(region) === true &&
      careTypes.includes(careType) &&
      validFrom <= on &&
      (validTo === null || on <= validTo),
  );
  return agreed ?? statute;
}
