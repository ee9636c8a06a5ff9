import type { Answer } from './answer';
import { request } from './request';
import type { Case, CaseEvent, CaseSummary, DutyLine, Page, ReceiverUnit } from './types';

/** What one request may ask for at most. */
export const PAGE_ITEMS_MAX = 200;

/** A stay has some dozens of events; beyond this a fault is likelier than a story. */
const EVENT_PAGES_MAX = 10;

const discharges = '/api/v1/discharges';

/** A page of the worklist of the reader's unit, the soonest due first. */
export function readDuties(
  onlyOverdue: boolean,
  cursor: string | null,
  limit: number,
): Promise<Answer<Page<DutyLine>>> {
  const overdue = onlyOverdue ? 'true' : null;
  return request(`/api/v1/duties${query({ overdue, cursor, limit })}`);
}

/** A page of the cases that the reader's unit is a party of, the latest first. */
export function readCases(
  cursor: string | null,
  limit: number,
): Promise<Answer<Page<CaseSummary>>> {
  return request(`${discharges}${query({ cursor, limit })}`);
}

export function readCase(id: string): Promise<Answer<Case>> {
  return request(`${discharges}/${encodeURIComponent(id)}`);
}

/** The whole timeline of a case, oldest first. */
export async function readEvents(id: string): Promise<Answer<readonly CaseEvent[]>> {
  const events: CaseEvent[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < EVENT_PAGES_MAX; page += 1) {
    const path = `${discharges}/${encodeURIComponent(id)}/events`;
    const answer: Answer<Page<CaseEvent>> = await request(
      `${path}${query({ cursor, limit: PAGE_ITEMS_MAX })}`,
    );
    if (!answer.ok) return answer;
    events.push(...answer.data.items);
    cursor = answer.data.next;
    if (cursor === null) break;
  }
  return { ok: true, data: events };
}

/** Units that a patient can be handed over to. */
export function readUnits(): Promise<Answer<Page<ReceiverUnit>>> {
  return request('/api/v1/units');
}

function query(values: Readonly<Record<string, string | number | null>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== null);
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}
