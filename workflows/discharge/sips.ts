import { OPEN_CARE_KINDS } from '@workflows/handover';
import type { DischargeContext } from './context';
import type { KnownBySip } from './events';
import type { Situation } from './situation';

/** What a stay tells its SIPs; declared as facts of the SIP. */
export const TOLD_TO_SIPS = [
  'notice-sent',
  'notice-withdrawn',
  'caller-named',
  'stay-ended',
] as const;

type ToldToSips = (typeof TOLD_TO_SIPS)[number];

/**
 * The unit whose fast vårdkontakt calls to the SIP (2017:612 4:3): the one marked as calling. Until a
 * contact is named it is the open care that owes one (2:5); null when none receives the patient.
 */
export function callerOf({ receivers, calling }: DischargeContext): string | null {
  // Nobody outside the county has an account to call from.
  const here = receivers.filter(({ external }) => external !== true);
  const marked = here.find(({ handover }) => handover === calling);
  const owing = here.find(({ kind }) => OPEN_CARE_KINDS.includes(kind));
  return (marked ?? owing)?.unit ?? null;
}

function tell(
  fact: ToldToSips,
  cases: (situation: Situation) => readonly string[],
  payload: (situation: Situation) => Readonly<Record<string, unknown>> = () => ({}),
) {
  return {
    type: 'tell-case' as const,
    params: (situation: Situation) => ({
      cases: cases(situation),
      fact,
      payload: payload(situation),
    }),
  };
}

const all = ({ context: { sips = [] } }: Situation): readonly string[] =>
  sips.map((each) => each.case);

/** The SIP that has just said that it belongs to this stay, if `isNews` to it. */
const newcomer =
  (isNews: (context: DischargeContext, knows: KnownBySip) => boolean) =>
  ({ context, event }: Situation): readonly string[] =>
    event.type === 'sip-started' && isNews(context, event.payload) ? [event.payload.case] : [];

const caller = ({ context }: Situation) => ({ caller: callerOf(context) });

const notice = ({ context, event }: Situation) => ({
  sentAt: context.utskrivningsklar?.sentAt ?? event.toldAt,
  caller: callerOf(context),
});

/** After the update that notes it. */
export const tellSipsOfNotice = tell('notice-sent', all, notice);
export const tellSipsOfWithdrawal = tell('notice-withdrawn', all);
export const tellSipsOfCaller = tell('caller-named', all, caller);
export const tellSipsOfEnd = (ending: 'left' | 'transferred' | 'deceased' | 'makulerad') =>
  tell('stay-ended', all, () => ({ ending }));

const sentAt = ({ utskrivningsklar }: DischargeContext) => utskrivningsklar?.sentAt ?? null;

/** What had happened in the stay before the SIP was known here, and the SIP does not know. */
export const tellNewcomer = [
  tell(
    'notice-sent',
    newcomer((context, { noticeAt }) => sentAt(context) !== null && sentAt(context) !== noticeAt),
    notice,
  ),
  tell(
    'notice-withdrawn',
    newcomer((context, { noticeAt }) => sentAt(context) === null && noticeAt !== null),
  ),
  tell(
    'caller-named',
    newcomer((context, knows) => callerOf(context) !== knows.caller),
    caller,
  ),
  tell(
    'stay-ended',
    newcomer(({ ending, diedAt }) => ending !== undefined || diedAt !== null),
    ({ context: { ending, diedAt } }) => ({ ending: endingOf(ending, diedAt) }),
  ),
];

function endingOf(
  ending: DischargeContext['ending'],
  diedAt: DischargeContext['diedAt'],
): 'left' | 'transferred' | 'deceased' | 'makulerad' {
  if (ending === 'makulerad') return 'makulerad';
  if (diedAt !== null) return 'deceased';
  return ending === 'transferred' ? 'transferred' : 'left';
}
