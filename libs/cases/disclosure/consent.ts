import type { CaseState } from '@hemgang/engine';
import type { Consent } from './basis-for';

/** What a SIP's consent region says of handing content out; before the person is asked, nothing. */
const OF_SIP: Readonly<Record<string, Consent>> = {
  consented: 'in-force',
  clarified: 'cannot',
  withdrawn: 'withdrawn',
  declined: 'declined',
};

/** What the person has said in this case. A stay notes none: each handing out says its own ground. */
export function consentIn({ machines }: CaseState): Consent {
  const value = machines['sip']?.value;
  const word = typeof value === 'object' ? (value as Record<string, unknown>)['consent'] : null;
  return (typeof word === 'string' ? OF_SIP[word] : undefined) ?? 'unknown';
}
