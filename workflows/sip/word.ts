import type { CaseState, MachineState } from '@hemgang/engine';
import type { Text } from '@hemgang/kernel';
import type { SipContext } from './context';

/** The one word for the state of a SIP, in the order of life. */
export const SIP_WORDS = {
  started: { sv: 'Startad', en: 'Started' },
  offered: { sv: 'Erbjuden', en: 'Offered' },
  declined: { sv: 'Tackat nej', en: 'Declined' },
  refused: { sv: 'Görs inte', en: 'Not made' },
  consented: { sv: 'Samtycke finns', en: 'Consented' },
  called: { sv: 'Kallad', en: 'Called' },
  booked: { sv: 'Möte bokat', en: 'Meeting booked' },
  held: { sv: 'Möte hållet', en: 'Meeting held' },
  drafted: { sv: 'Plan under arbete', en: 'Plan being drafted' },
  established: { sv: 'Plan upprättad', en: 'Plan established' },
  'followed-up': { sv: 'Uppföljd', en: 'Followed up' },
  withdrawn: { sv: 'Samtycke återkallat', en: 'Consent withdrawn' },
  closed: { sv: 'Avslutad', en: 'Closed' },
  makulerad: { sv: 'Makulerad', en: 'Struck' },
} as const satisfies Record<string, Text>;

export type SipWord = keyof typeof SIP_WORDS;

interface SipValue {
  readonly consent: string;
  readonly calling: string;
  readonly meeting: string;
  readonly plan: string;
}

/** What the consent says when nothing more can come of the SIP by itself. */
const CONSENT_WORDS: Readonly<Record<string, SipWord>> = {
  declined: 'declined',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

/** The words of a SIP that stands still: it is not closed, and goes on only when somebody takes it up. */
export const SIP_STANDSTILL: readonly SipWord[] = Object.values(CONSENT_WORDS);

/** The furthest point that the SIP has reached. */
export function sipWord(state: CaseState): SipWord {
  const main = state.machines['sip'] as MachineState;
  const { consent, calling, meeting, plan } = main.value as unknown as SipValue;
  const { closed, followedUpAt, clearedAt, offeredAt } = main.context as unknown as SipContext;
  if (closed !== undefined) return closed === 'struck' ? 'makulerad' : 'closed';
  const said = CONSENT_WORDS[consent];
  if (said !== undefined) return said;
  if (plan === 'established') return followedUpAt === undefined ? 'established' : 'followed-up';
  if (plan === 'draft') return 'drafted';
  if (meeting === 'held') return 'held';
  if (meeting === 'booked') return 'booked';
  if (calling === 'called') return 'called';
  if (clearedAt !== null) return 'consented';
  return offeredAt === null ? 'started' : 'offered';
}
