import type { Citation } from '@hemgang/kernel';
import type { PaymentFacts } from './facts';

/** Who pays, and by which rule. */
export interface Payer {
  /** SCB code; null: no municipality is known. */
  readonly municipality: string | null;
  readonly rule: Citation;
}

/**
 * The municipality of registration (5:2 st.1), or the one that decided that the patient shall live in
 * another one, whatever the registration says (5:2 st.2).
 */
export function payerOf({
  folkbokforing,
  placedBy,
}: Pick<PaymentFacts, 'folkbokforing' | 'placedBy'>): Payer {
  return placedBy === null
    ? { municipality: folkbokforing, rule: '2017:612 5:2' }
    : { municipality: placedBy, rule: '2017:612 5:2 st2' };
}
