import { MAKULERA, type CaseEvent } from '@hemgang/engine';
import { localDate, type Instant } from '@hemgang/kernel';
import { MEETING_WAYS, type LinkedStay, type MeetingWay } from './context';
import { stayGiven } from './events';
import { latestKallelse } from './kallelse';

/** What has happened in SIPs, as facts. Numbers of SIPs, where nothing else is said. */
export interface SipCounts {
  readonly started: number;
  /** Of them without a stay in hospital. */
  readonly withoutStay: number;
  readonly offered: number;
  readonly declined: number;
  /** Not made although somebody saw the need. */
  readonly refused: number;
  readonly consented: number;
  readonly called: number;
  /** Calls that the law asks for in a stay (2017:612 4:3), and those of them sent in time. */
  readonly kallelser: number;
  readonly kallelserInTime: number;
  /** Meetings held, by how they met. */
  readonly held: Readonly<Record<MeetingWay, number>>;
  readonly established: number;
  readonly followedUp: number;
  /** Follow-ups: a SIP may have many. */
  readonly followUps: number;
  readonly closed: number;
}

/** Nothing has happened. */
const NOTHING: SipCounts = {
  started: 0,
  withoutStay: 0,
  offered: 0,
  declined: 0,
  refused: 0,
  consented: 0,
  called: 0,
  kallelser: 0,
  kallelserInTime: 0,
  held: heldBy(() => 0),
  established: 0,
  followedUp: 0,
  followUps: 0,
  closed: 0,
};

type Logged = Pick<CaseEvent, 'type' | 'seq' | 'occurredAt' | 'payload' | 'given'>;

/**
 * Counts SIPs anew from their raw logs: no state is folded, what has been struck does not count.
 * @param sundayRule whether a last day off moved to the next working day by the agreement
 */
export function countSips(logs: readonly (readonly Logged[])[], sundayRule: boolean): SipCounts {
  return togetherOf(logs.map((log) => countSip(log, sundayRule)));
}

/** Counts of several groups of SIPs together. */
export function togetherOf(counts: readonly SipCounts[]): SipCounts {
  return counts.reduce(sum, NOTHING);
}

function countSip(log: readonly Logged[], sundayRule: boolean): SipCounts {
  const struck = new Set(
    log.filter(({ type }) => type === MAKULERA).map(({ payload }) => payload['event']),
  );
  const live = log.filter(({ seq }) => !struck.has(seq));
  const times = (...types: readonly string[]) =>
    live.filter(({ type }) => types.includes(type)).length;
  if (times('makulera-sip') > 0) return NOTHING;
  const any = (...types: readonly string[]) => Math.min(1, times(...types));
  const calls = kallelserOf(live, sundayRule);
  return {
    started: 1,
    withoutStay: log.some(({ given }) => stayGiven(given) !== null) ? 0 : 1,
    offered: any('offer-sip'),
    declined: any('decline-sip'),
    refused: any('refuse-sip'),
    consented: any('record-consent', 'record-attitude'),
    called: any('call'),
    kallelser: calls.length,
    kallelserInTime: calls.filter((isInTime) => isInTime).length,
    held: heldBy(
      (way) =>
        live.filter(({ type, payload }) => type === 'hold-meeting' && payload['way'] === way)
          .length,
    ),
    established: any('establish-plan'),
    followedUp: any('follow-up'),
    followUps: times('follow-up'),
    closed: any('close-sip'),
  };
}

/** Whether each call that a stay asked for was sent in time. More units called later are no new call. */
function kallelserOf(live: readonly Logged[], sundayRule: boolean): boolean[] {
  let stay: LinkedStay | null = null;
  let isCalled = false;
  const calls: boolean[] = [];
  for (const { type, occurredAt, payload, given } of live) {
    if (type === 'start-sip' || type === 'link-stay') [stay, isCalled] = [stayGiven(given), false];
    if (type === 'withdraw-call') isCalled = false;
    if (type === 'notice-sent' && stay !== null) {
      stay = { ...stay, noticeAt: payload['sentAt'] as Instant };
    }
    if (type === 'notice-withdrawn' && stay !== null) stay = { ...stay, noticeAt: null };
    if (type === 'stay-ended' && ['makulerad', 'transferred'].includes(String(payload['ending']))) {
      stay = null;
    }
    if (type !== 'call') continue;
    if (stay !== null && !isCalled) {
      const { noticeAt } = stay;
      calls.push(
        noticeAt === null || localDate(occurredAt) <= latestKallelse(noticeAt, sundayRule),
      );
    }
    isCalled = true;
  }
  return calls;
}

function heldBy(count: (way: MeetingWay) => number): Record<MeetingWay, number> {
  return Object.fromEntries(MEETING_WAYS.map((way) => [way, count(way)])) as Record<
    MeetingWay,
    number
  >;
}

function sum({ held: heldA, ...a }: SipCounts, { held: heldB, ...b }: SipCounts): SipCounts {
  const numbers = Object.entries(a).map(([name, count]) => [
    name,
    count + b[name as keyof typeof b],
  ]);
  return {
    ...Object.fromEntries(numbers),
    held: heldBy((way) => heldA[way] + heldB[way]),
  } as SipCounts;
}
