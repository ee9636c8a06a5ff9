import type { CaseState } from '@hemgang/engine';
import { HOUR_MS, localDate, plusMs, type Instant } from '@hemgang/kernel';
import type { HandoverContext } from '@workflows/handover';
import { dischargeContext, READINESS_ITEMS, READINESS_STATUSES } from './index';
import { allNeeds, patient, socialNeeds, unknown } from './stay.testing';
import { EXECUTORS, units, WARD } from './units.testing';

type Payload = Readonly<Record<string, unknown>>;

const physician = 'Karin Åström';
const HINDERED = { secrecyHinders: true };
const ATAGANDE = 'Vi ringer dottern om nyckeln.';
const inDays = (now: Instant, days: number) => plusMs(now, days * 24 * HOUR_MS);

const RECEIVERS: readonly (readonly string[])[] = [
  ['umea-bistand', 'hc-mariehem'],
  ['umea-bistand'],
  ['hc-mariehem'],
  ['umea-bistand', 'umea-hemsjukvard', 'hc-mariehem'],
  ['umea-hemsjukvard', 'nus-geriatrik'],
];

/** Payloads that make sense for a command in a situation, the most usual first. */
export function payloadsFor(name: string, state: CaseState, now: Instant, machine = ''): Payload[] {
  switch (name) {
    case 'judge-need':
      return [allNeeds, socialNeeds].map((needs) => ({ needs, physician }));
    case 'send-inskrivningsmeddelande':
      return RECEIVERS.map((receivers) => ({ receivers, expectedDischargeAt: inDays(now, 4) }));
    case 'change-expected-discharge':
      return [3, 1, 7].map((days) => ({ expectedDischargeAt: inDays(now, days) }));
    case 'mark-utskrivningsklar':
      return [{}, HINDERED, { basis: 'open-compulsory-care' }, HINDERED].map((more) => ({
        physician,
        judgedAt: now,
        ...more,
      }));
    case 'discharge':
      // Most leave as planned, and a history that ends early shows less.
      return [{}, { ending: 'left-against-advice' }, {}, {}, {}, {}, { ending: 'absconded' }];
    case 'report-discharge-not-carried-out':
      return [{ reason: 'Transporten kom inte.', expectedDischargeAt: inDays(now, 1) }];
    case 'transfer-to-region':
      return ['25', '24'].map((region) => ({ region, hospital: 'Sunderby sjukhus' }));
    case 'request-move':
      return ['nus-ortopedi-1', WARD].flatMap((unit) => [
        { unit },
        { unit, plannedAt: inDays(now, 1) },
      ]);
    case 'decline-move':
      return [{ reason: 'Ingen ledig plats.' }];
    case 'no-need':
      return [{ physician }];
    case 'makulera-case':
      return [{ reason: 'Inskriven av misstag.' }];
    case 'note-permission':
      return [0, -90].map((days) => ({ from: inDays(now, days), until: inDays(now, 2) }));
    case 'note-compulsory-care':
      return ['lpt', 'none', 'lrv'].map((law) => ({ law }));
    case 'withdraw-utskrivningsklar':
      return [{ reason: 'Feber i natt.' }];
    case 'send-utskrivningsinformation':
    case 'give-patient-summary':
      return [{ way: 'here', text: 'Går med rollator.' }];
    case 'readdress':
      return dischargeContext(state).returned.flatMap(({ handover }) =>
        [...Object.keys(units)].reverse().map((unit) => ({ replaces: handover, unit })),
      );
    case 'identify-patient':
      return [{ patient }, { patient: { number: '19350704-9821', name: 'Nils Öberg' } }];
    case 'split-patient':
      return [{ patient: unknown, reason: 'Fel person.' }];
    case 'drop-returned':
      return dischargeContext(state).returned.map(({ handover }) => ({
        returned: handover,
        reason: 'Ingen annan behövs.',
      }));
    case 'add-receiver':
      return [...Object.keys(units)].reverse().map((unit) => ({ unit }));
    case 'remove-receiver':
      return dischargeContext(state).receivers.map(({ handover }) => ({
        receiver: handover,
        reason: 'Klarar sig själv.',
      }));
    case 'forward':
      return [...Object.keys(units)].reverse().map((unit) => ({ unit }));
    case 'withdraw-party':
      return [{ reason: 'Flyttar till Lycksele.' }];
    case 'change-folkbokforing':
      return [
        { municipality: '2460', from: localDate(now) },
        { registration: 'none', from: localDate(now) },
      ];
    case 'assign-municipality':
      return [
        { role: 'executes', municipality: '2460', from: localDate(now), basis: 'SoL 29:5' },
        { role: 'pays', municipality: '2482', from: localDate(now), basis: '2017:612 5:2 st2' },
        { role: 'pays', municipality: '2482', from: localDate(now), basis: 'SoL 29:5' },
      ];
    case 'acknowledge':
      return [{}, ...oldestMessage(state, machine).map((id) => ({ messages: [id] }))];
    case 'answer':
      return [
        { answer: 'known', currentMeasures: 'Hemtjänst.' },
        { answer: 'not-known' },
        { answer: 'declined' },
        { answer: 'partly', decision: { outcome: 'partly', decidedOn: '2026-03-03' } },
      ];
    case 'reject':
      return [{ reason: 'Bor i Vännäs.' }];
    case 'state-can-receive-from':
      return [2, 0, 9].map((days) => ({ canReceiveFrom: inDays(now, days) }));
    case 'report-ready':
      return [{}, { canReceiveFrom: inDays(now, 1) }];
    case 'name-coordinator':
      return dischargeContext(state).receivers.map(({ unit }) => ({ unit }));
    case 'appoint-fast-vardkontakt':
      return [{ name: 'Maria Öberg', phone: '0980-319 217' }];
    case 'clarify-open-care':
      return [{ available: true }, { available: false }];
    case 'take-on':
      return [1, 3].map((days) => ({ text: ATAGANDE, dueDate: localDate(inDays(now, days)) }));
    case 'propose-atagande':
      return dischargeContext(state).receivers.map(({ unit }) => ({
        unit,
        text: ATAGANDE,
        dueDate: localDate(inDays(now, 2)),
        dueTime: '15:00',
      }));
    case 'accept-atagande':
    case 'fulfil-atagande':
      return [{ atagande: machine }];
    case 'decline-atagande':
    case 'withdraw-atagande':
      return [{ atagande: machine, reason: 'Dottern ordnar det själv.' }];
    case 'tick-readiness':
      return READINESS_ITEMS.flatMap((item) =>
        READINESS_STATUSES.map((status) => ({ item, status })),
      );
    default:
      return startPayloads(name, now);
  }
}

/** From the planning of the start until the help has started. */
function startPayloads(name: string, now: Instant): Payload[] {
  switch (name) {
    case 'plan-destination':
      return ['korttids', 'own-home', 'korttids', 'sabo'].map((destination) => ({ destination }));
    case 'plan-start':
      return [{ startAt: inDays(now, 1) }, { startAt: now, executor: EXECUTORS[1] }];
    case 'assign-executor':
      return EXECUTORS.map((executor) => ({ executor }));
    case 'book-contact':
      return [{ contactAt: inDays(now, 2) }];
    case 'create-start-link':
      return [{}, { validUntil: inDays(now, 2) }];
    case 'report-no-start':
      return [
        { outcome: 'nobody-came' },
        { outcome: 'not-home', byPhoneFrom: 'executor' },
        { outcome: 'postponed-agreed', startAt: inDays(now, 1) },
        { outcome: 'readmitted' },
        { outcome: 'deceased' },
      ];
    case 'register-call':
      return [
        { calledBy: 'relative', outcome: 'nobody-came' },
        { calledBy: 'patient', outcome: 'started' },
      ];
    default:
      return [{}];
  }
}

function oldestMessage({ machines }: CaseState, machine: string): string[] {
  const context = machines[machine]?.context as HandoverContext | undefined;
  const oldest = context?.unacknowledged?.[0];
  return oldest === undefined ? [] : [oldest.id];
}
