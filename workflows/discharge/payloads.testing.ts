import type { CaseState } from '@hemgang/engine';
import { addDays, HOUR_MS, localDate, plusMs, type Instant } from '@hemgang/kernel';
import { REHAB_STEPS, rehabDays, type HandoverContext } from '@workflows/handover';
import { MESSAGE_CATEGORIES, messageName } from '@workflows/message';
import {
  causeName,
  DELAY_CAUSES,
  delayStretches,
  dischargeContext,
  READINESS_ITEMS,
  READINESS_STATUSES,
} from './index';
import { personPayloads } from './person-payloads.testing';
import { allNeeds, socialNeeds } from './stay.testing';
import { EXECUTORS, units, WARD } from './units.testing';

type Payload = Readonly<Record<string, unknown>>;

const physician = 'Karin Åström';
const HINDERED = { secrecyHinders: true };
const ATAGANDE = 'Vi ringer dottern om nyckeln.';
const MESSAGE = 'Rullatorn följer med hem.';
const inDays = (now: Instant, days: number) => plusMs(now, days * 24 * HOUR_MS);

const RECEIVERS: readonly (readonly string[])[] = [
  ['umea-bistand', 'hc-mariehem'],
  ['umea-bistand'],
  ['hc-mariehem'],
  ['umea-bistand', 'umea-hemsjukvard', 'hc-mariehem'],
  ['umea-hemsjukvard', 'nus-geriatrik'],
  ['lulea-bistand', 'hc-norrbotten'],
];

/** Where a command is given. */
interface Situation {
  readonly state: CaseState;
  readonly now: Instant;
  /** The machine it is for; empty for the ward's. */
  readonly machine: string;
}

type Payloads = Readonly<Record<string, (situation: Situation) => Payload[]>>;

/** What the ward and the parties say. */
const beforeLeaving: Payloads = {
  'judge-need': () => [allNeeds, socialNeeds].map((needs) => ({ needs, physician })),
  'send-inskrivningsmeddelande': ({ now }) =>
    RECEIVERS.map((receivers) => ({ receivers, expectedDischargeAt: inDays(now, 4) })),
  'change-expected-discharge': ({ now }) =>
    [3, 1, 7].map((days) => ({ expectedDischargeAt: inDays(now, days) })),
  'mark-utskrivningsklar': ({ now }) =>
    [{}, HINDERED, { basis: 'open-compulsory-care' }, HINDERED].map((more) => ({
      physician,
      judgedAt: now,
      ...more,
    })),
  // Most leave as planned, and a history that ends early shows less.
  discharge: () => [{}, { ending: 'left-against-advice' }, {}, {}, {}, {}, { ending: 'absconded' }],
  'report-discharge-not-carried-out': ({ now }) => [
    { reason: 'Transporten kom inte.', expectedDischargeAt: inDays(now, 1) },
  ],
  'transfer-to-region': () =>
    ['25', '24'].map((region) => ({ region, hospital: 'Sunderby sjukhus' })),
  'request-move': ({ now }) =>
    ['nus-ortopedi-1', WARD].flatMap((unit) => [{ unit }, { unit, plannedAt: inDays(now, 1) }]),
  'decline-move': () => [{ reason: 'Ingen ledig plats.' }],
  'no-need': () => [{ physician }],
  'makulera-case': () => [{ reason: 'Inskriven av misstag.' }],
  'note-permission': ({ now }) =>
    [0, -90].map((days) => ({ from: inDays(now, days), until: inDays(now, 2) })),
  'note-compulsory-care': () => ['lpt', 'none', 'lrv'].map((law) => ({ law })),
  'withdraw-utskrivningsklar': () => [{ reason: 'Feber i natt.' }],
  'hold-back-notice': () => [{ reason: 'Patienten har sagt nej.' }],
  'hold-back-information': () => [{ reason: 'Patienten har sagt nej.' }],
  'send-utskrivningsinformation': () => [{ way: 'here', text: 'Går med rollator.' }],
  'give-patient-summary': () => [{ way: 'here', text: 'Går med rollator.' }],
  readdress: ({ state }) =>
    dischargeContext(state).returned.flatMap(({ handover }) =>
      [...Object.keys(units)].reverse().map((unit) => ({ replaces: handover, unit })),
    ),
  'drop-returned': ({ state }) =>
    dischargeContext(state).returned.map(({ handover }) => ({
      returned: handover,
      reason: 'Ingen annan behövs.',
    })),
  'add-receiver': () => [...Object.keys(units)].reverse().map((unit) => ({ unit })),
  'remove-receiver': ({ state }) =>
    dischargeContext(state).receivers.map(({ handover }) => ({
      receiver: handover,
      reason: 'Klarar sig själv.',
    })),
  forward: () => [...Object.keys(units)].reverse().map((unit) => ({ unit })),
  'withdraw-party': () => [{ reason: 'Flyttar till Lycksele.' }],
  acknowledge: ({ state, machine }) => [
    {},
    ...oldestMessage(state, machine).map((id) => ({ messages: [id] })),
  ],
  answer: () => [
    { answer: 'known', currentMeasures: 'Hemtjänst.' },
    { answer: 'not-known' },
    { answer: 'declined' },
    { answer: 'partly', decision: { outcome: 'partly', decidedOn: '2026-03-03' } },
  ],
  reject: () => [{ reason: 'Bor i Vännäs.' }],
  'state-can-receive-from': ({ now }) =>
    [2, 0, 9].map((days) => ({ canReceiveFrom: inDays(now, days) })),
  'report-ready': ({ now }) => [{}, { canReceiveFrom: inDays(now, 1) }],
  'name-coordinator': ({ state }) =>
    dischargeContext(state).receivers.map(({ unit }) => ({ unit })),
  'appoint-fast-vardkontakt': () => [{ name: 'Maria Öberg', phone: '0980-319 217' }],
  'clarify-open-care': () => [{ available: true }, { available: false }],
  'take-on': ({ now }) =>
    [1, 3].map((days) => ({ text: ATAGANDE, dueDate: localDate(inDays(now, days)) })),
  'propose-atagande': ({ state, now }) =>
    dischargeContext(state).receivers.map(({ unit }) => ({
      unit,
      text: ATAGANDE,
      dueDate: localDate(inDays(now, 2)),
      dueTime: '15:00',
    })),
  'accept-atagande': ({ machine }) => [{ atagande: machine }],
  'fulfil-atagande': ({ machine }) => [{ atagande: machine }],
  'decline-atagande': ({ machine }) => [{ atagande: machine, reason: 'Dottern ordnar det själv.' }],
  'withdraw-atagande': ({ machine }) => [
    { atagande: machine, reason: 'Dottern ordnar det själv.' },
  ],
  'send-message': ({ state }) => messagesIn(state),
  'acknowledge-message': ({ machine }) => [{ message: machine }],
  'forward-message': ({ machine }) =>
    // One of them is of the receiver's own huvudman, whoever that is.
    ['umea-bistand-ost', 'hc-teg', 'umea-hemtjanst'].flatMap((unit) => [
      { message: machine, unit },
      { message: machine, unit, handOver: true },
    ]),
  'set-delay-cause': ({ state, now }) => causesIn(state, now),
  'comment-delay-cause': ({ state }) =>
    (dischargeContext(state).delayCauses ?? []).map(({ event }) => ({
      setting: causeName(event),
      comment: 'Beslutet var fattat då.',
    })),
  'tick-readiness': () =>
    READINESS_ITEMS.flatMap((item) => READINESS_STATUSES.map((status) => ({ item, status }))),
};

/** From the planning of the start until the help has started. */
const ofTheStart: Payloads = {
  'plan-destination': () =>
    ['korttids', 'own-home', 'korttids', 'sabo'].map((destination) => ({ destination })),
  'plan-start': ({ now }) => [
    { startAt: inDays(now, 1) },
    { startAt: now, executor: EXECUTORS[1] },
  ],
  'assign-executor': () => EXECUTORS.map((executor) => ({ executor })),
  'book-contact': ({ now }) => [{ contactAt: inDays(now, 2) }],
  'create-start-link': ({ now }) => [{}, { validUntil: inDays(now, 2) }],
  'report-no-start': ({ now }) => [
    { outcome: 'nobody-came' },
    { outcome: 'not-home', byPhoneFrom: 'executor' },
    { outcome: 'postponed-agreed', startAt: inDays(now, 1) },
    { outcome: 'readmitted' },
    { outcome: 'deceased' },
  ],
  'register-rehab': ({ state, now, machine }) => {
    const context = state.machines[machine]?.context as HandoverContext | undefined;
    const days = rehabDays(context?.rehab ?? []);
    const next = REHAB_STEPS.find((step) => days[step] === null);
    return next === undefined ? [] : [{ step: next, on: localDate(now) }];
  },
  'register-call': () => [
    { calledBy: 'relative', outcome: 'nobody-came' },
    { calledBy: 'patient', outcome: 'started' },
  ],
};

/** Payloads that make sense for a command in a situation, the most usual first. */
export function payloadsFor(name: string, state: CaseState, now: Instant, machine = ''): Payload[] {
  const payloads = beforeLeaving[name] ?? ofTheStart[name];
  return payloads?.({ state, now, machine }) ?? personPayloads(name, state, now) ?? [{}];
}

/** To the ward, to the others and to all of them; new ones, and answers to the latest. */
function messagesIn(state: CaseState): Payload[] {
  const { unit: ward, receivers, messages = [] } = dischargeContext(state);
  const others = receivers.map(({ unit }) => unit);
  const re = messages.slice(-1).map(({ message }) => messageName(message))[0];
  return [[ward], others.slice(0, 1), others, others.slice(1)].flatMap((to, index) => {
    const category = MESSAGE_CATEGORIES[index];
    const priority = index % 2 === 0 ? 'ordinary' : 'acute';
    const message = { to, category, priority, text: MESSAGE };
    return re === undefined ? [message] : [message, { ...message, re }];
  });
}

/** For the whole of each stretch and for its last day; for today when nobody has waited. */
function causesIn(state: CaseState, now: Instant): Payload[] {
  const today = localDate(now);
  const stretches = delayStretches(dischargeContext(state), today);
  const ranges = stretches.flatMap(({ from, until }) => {
    const lastDay = addDays(until, -1);
    return [from, lastDay].map((firstDay) => ({ firstDay, lastDay }));
  });
  return [...ranges, { firstDay: today, lastDay: today }].map((range, index) => ({
    ...range,
    cause: DELAY_CAUSES[index % DELAY_CAUSES.length],
  }));
}

function oldestMessage({ machines }: CaseState, machine: string): string[] {
  const context = machines[machine]?.context as HandoverContext | undefined;
  const oldest = context?.unacknowledged?.[0];
  return oldest === undefined ? [] : [oldest.id];
}
