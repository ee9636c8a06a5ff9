import type { Instant, Text } from '@hemgang/kernel';
import { sipContext } from '@workflows/sip';
import type { Told } from '../case-type';
import { said, textIn } from './said';
import type { GivenConsentView, SipAttitudeView, SipConsentView } from './sip-view';

/** What the person has said, by the state of the consent. */
const CONSENT_TEXTS: Readonly<Record<string, Text>> = {
  toOffer: { sv: 'Inte erbjuden än', en: 'Not offered yet' },
  offered: { sv: 'Erbjuden, inte besvarad', en: 'Offered, not answered' },
  consented: { sv: 'Samtycker', en: 'Consents' },
  clarified: {
    sv: 'Kan inte samtycka; inställningen är antecknad',
    en: 'Cannot consent; the attitude is noted',
  },
  withdrawn: { sv: 'Samtycket är återkallat', en: 'The consent is withdrawn' },
  declined: { sv: 'Har tackat nej', en: 'Has declined' },
  refused: { sv: 'Ingen SIP görs', en: 'No SIP is made' },
  ended: { sv: 'Avslutat', en: 'Ended' },
};

/** What ends a consent. */
const ENDS = ['record-consent', 'record-attitude', 'withdraw-consent', 'decline-sip'];

/** Whether the person agrees to the SIP, and to what. */
export function consentView(told: Told): SipConsentView {
  const { rows, reader } = told;
  const { state } = rows.case;
  const { consent: word } = state.machines['sip']?.value as { readonly consent: string };
  return {
    word,
    text: CONSENT_TEXTS[word]?.[reader.language] ?? word,
    offeredAt: sipContext(state).offeredAt,
    given: givenConsents(told),
    attitude: attitudeIn(told),
  };
}

function givenConsents(told: Told): GivenConsentView[] {
  const ends = said(told, ...ENDS);
  return said(told, 'record-consent').map(({ seq, at, facts, words }) => ({
    event: seq,
    at,
    givenBy: textIn(facts, 'givenBy') ?? '',
    way: textIn(facts, 'way') ?? '',
    scope: textIn(words, 'scope'),
    notCovering: textIn(words, 'notCovering'),
    until: textIn(facts, 'until'),
    endedAt: ends.find((end) => end.seq > seq)?.at ?? (null as Instant | null),
  }));
}

function attitudeIn(told: Told): SipAttitudeView | null {
  const noted = said(told, 'record-attitude').at(-1);
  if (noted === undefined) return null;
  const { seq, at, words } = noted;
  return {
    event: seq,
    at,
    attitude: textIn(words, 'attitude'),
    representative: textIn(words, 'representative'),
    representativeName: textIn(words, 'representativeName'),
  };
}
