import type { Answer } from './answer';
import { answerOf, api } from './client';
import type {
  Avvikelse,
  AvvikelseSummary,
  BoardLine,
  Case,
  CaseEvent,
  CasePath,
  CaseSummary,
  Colleague,
  Disclosure,
  DutyLine,
  Message,
  MessagePath,
  Page,
  Past,
  Payment,
  Receivers,
  ReceiverUnit,
  RowIdentity,
  Settlement,
  SettlementSummary,
  Sip,
  SipSummary,
  StayToLink,
} from './types';

/** What one request may ask for at most. */
export const PAGE_ITEMS_MAX = 200;

/** A stay has some dozens of events; beyond this a fault is likelier than a story. */
const EVENT_PAGES_MAX = 10;

/** A page of the worklist of the reader's unit, the soonest due first. */
export function readDuties(cursor: string | null): Promise<Answer<Page<DutyLine>>> {
  const query = page(cursor, PAGE_ITEMS_MAX);
  return answerOf(api.GET('/api/v1/duties', { params: { query } }));
}

/** The patients of the reader's ward for its wall; noted as a list. */
export function readWardBoard(): Promise<Answer<Page<BoardLine>>> {
  return answerOf(api.GET('/api/v1/ward-board'));
}

/** A page of the cases that the reader's unit is a party of, the latest first. */
export function readCases(
  cursor: string | null,
  limit: number,
): Promise<Answer<Page<CaseSummary>>> {
  return answerOf(api.GET('/api/v1/discharges', { params: { query: page(cursor, limit) } }));
}

export function readCase(id: string): Promise<Answer<Case>> {
  return answerOf(api.GET('/api/v1/discharges/{id}', { params: { path: { id } } }));
}

/** A stay as it stood; `at` as it was typed, null: now. Each reading is logged. */
export function readCaseAt(id: string, at: string | null): Promise<Answer<Past<Case>>> {
  return answerOf(api.GET('/api/v1/discharges/{id}/at', { params: caseAt(id, at) }));
}

/** A SIP as it stood, in the same way. */
export function readSipAt(id: string, at: string | null): Promise<Answer<Past<Sip>>> {
  return answerOf(api.GET('/api/v1/sips/{id}/at', { params: caseAt(id, at) }));
}

function caseAt(id: string, at: string | null) {
  return { path: { id }, query: at === null ? {} : { instant: at } };
}

/** Whom the ward is proposed to send to, and what speaks against others; each reading is logged. */
export function readReceivers(id: string): Promise<Answer<Receivers>> {
  return answerOf(api.GET('/api/v1/discharges/{id}/receivers', { params: { path: { id } } }));
}

/** A page of the SIPs that the reader's unit is a party of, the latest first. */
export function readSips(cursor: string | null, limit: number): Promise<Answer<Page<SipSummary>>> {
  return answerOf(api.GET('/api/v1/sips', { params: { query: page(cursor, limit) } }));
}

export function readSip(id: string): Promise<Answer<Sip>> {
  return answerOf(api.GET('/api/v1/sips/{id}', { params: { path: { id } } }));
}

/** Stays of a SIP's person that the reader's unit is a party of, the open ones first. */
export function readStaysToLink(sip: string): Promise<Answer<Page<StayToLink>>> {
  return answerOf(api.GET('/api/v1/sips/{id}/stays', { params: { path: { id: sip } } }));
}

/** A page of the settlements that the reader's unit is a party of, the latest first. */
export function readSettlements(
  cursor: string | null,
  limit: number,
): Promise<Answer<Page<SettlementSummary>>> {
  return answerOf(api.GET('/api/v1/settlements', { params: { query: page(cursor, limit) } }));
}

export function readSettlement(id: string): Promise<Answer<Settlement>> {
  return answerOf(api.GET('/api/v1/settlements/{id}', { params: { path: { id } } }));
}

/** A page of the avvikelser that the reader's unit has reported or must answer, the latest first. */
export function readAvvikelser(
  cursor: string | null,
  limit: number,
): Promise<Answer<Page<AvvikelseSummary>>> {
  return answerOf(api.GET('/api/v1/avvikelser', { params: { query: page(cursor, limit) } }));
}

export function readAvvikelse(id: string): Promise<Answer<Avvikelse>> {
  return answerOf(api.GET('/api/v1/avvikelser/{id}', { params: { path: { id } } }));
}

/** Whose a row of a settlement is; each reading is logged with the patient. */
export function readRowIdentity(id: string, row: string): Promise<Answer<RowIdentity>> {
  const path = { id, row };
  return answerOf(api.GET('/api/v1/settlements/{id}/rows/{row}/identity', { params: { path } }));
}

/** What the days of a stay cost whom; only for the ward's side and the municipality that pays. */
export function readPayment(id: string): Promise<Answer<Payment>> {
  return answerOf(api.GET('/api/v1/discharges/{id}/payment', { params: { path: { id } } }));
}

/** What the parties of a case have written to each other; each reading is logged. */
export function readMessages(path: MessagePath, id: string): Promise<Answer<Page<Message>>> {
  const params = { path: { id } };
  return answerOf(api.GET(`/api/v1/${path}/{id}/messages`, { params }));
}

type DisclosuresOf = (id: string) => Promise<Answer<Page<Disclosure>>>;

const DISCLOSURES_OF: Readonly<Record<CasePath, DisclosuresOf>> = {
  discharges: (id) =>
    answerOf(api.GET('/api/v1/discharges/{id}/disclosures', { params: { path: { id } } })),
  sips: (id) => answerOf(api.GET('/api/v1/sips/{id}/disclosures', { params: { path: { id } } })),
  settlements: (id) =>
    answerOf(api.GET('/api/v1/settlements/{id}/disclosures', { params: { path: { id } } })),
  avvikelser: (id) =>
    answerOf(api.GET('/api/v1/avvikelser/{id}/disclosures', { params: { path: { id } } })),
};

/** What the reader's authority has handed out and been handed in a case; each reading is logged. */
export function readDisclosures(path: CasePath, id: string): Promise<Answer<Page<Disclosure>>> {
  return DISCLOSURES_OF[path](id);
}

/** The whole timeline of a case, oldest first. */
export async function readEvents(
  path: CasePath,
  id: string,
): Promise<Answer<readonly CaseEvent[]>> {
  const events: CaseEvent[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < EVENT_PAGES_MAX; pages += 1) {
    const answer: Answer<Page<CaseEvent>> = await EVENTS_AFTER[path](id, cursor);
    if (!answer.ok) return answer;
    events.push(...answer.data.items);
    cursor = answer.data.next;
    if (cursor === null) break;
  }
  return { ok: true, data: events };
}

type EventsAfter = (id: string, cursor: string | null) => Promise<Answer<Page<CaseEvent>>>;

const EVENTS_AFTER: Readonly<Record<CasePath, EventsAfter>> = {
  discharges: (id, cursor) =>
    answerOf(api.GET('/api/v1/discharges/{id}/events', { params: eventsAfter(id, cursor) })),
  sips: (id, cursor) =>
    answerOf(api.GET('/api/v1/sips/{id}/events', { params: eventsAfter(id, cursor) })),
  settlements: (id, cursor) =>
    answerOf(api.GET('/api/v1/settlements/{id}/events', { params: eventsAfter(id, cursor) })),
  avvikelser: (id, cursor) =>
    answerOf(api.GET('/api/v1/avvikelser/{id}/events', { params: eventsAfter(id, cursor) })),
};

function eventsAfter(id: string, cursor: string | null) {
  return { path: { id }, query: page(cursor, PAGE_ITEMS_MAX) };
}

/** Units that a patient can be handed over to. */
export function readUnits(): Promise<Answer<Page<ReceiverUnit>>> {
  return answerOf(api.GET('/api/v1/units'));
}

/** Who works at the reader's unit. */
export function readColleagues(): Promise<Answer<Page<Colleague>>> {
  return answerOf(api.GET('/api/v1/colleagues'));
}

/** Units that carry out help for the reader's municipality. */
export function readExecutors(): Promise<Answer<Page<ReceiverUnit>>> {
  return answerOf(api.GET('/api/v1/executors'));
}

function page(cursor: string | null, limit: number) {
  return cursor === null ? { limit } : { cursor, limit };
}
