import type { OperationName } from '@hemgang/access';
import { DEMO_COUNTY } from '@hemgang/demo';
import { HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import { ANNA, MARIA, query, SUSANNE, type County } from '@hemgang/testing';
import { apiDocument } from '../../apps/api/openapi/document';
import type { ApiServer } from './api-server.fixture';

const DAY_MS = 24 * HOUR_MS;

/** No case, incident or session has these. */
export const NO_CASE = '00000000-0000-4000-8000-000000000000';
const NO_NUMBER = '999999999';

/** What is asked of staff and units; the description has no examples of it. */
const BODIES: Readonly<Record<string, object>> = {
  assign: {
    ...{ unit: 'nus-medicin-3', roles: ['ward-staff'], from: null, until: null },
    ...{ commission: null, standIn: null },
  },
  changeAssignment: { roles: ['physician'], until: null },
  changeUnit: { name: 'Avdelningen', phone: '090-785 20 01' },
};

/** What exists and is somebody's, by the first part of its address. */
export type Existing = Readonly<Record<string, string>>;

/** Somebody who is no party of anything that exists. */
export interface Outsider {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  /** Chosen only because nobody else is of the controller: tries a part of the operations. */
  readonly isFurther: boolean;
}

/** An operation on one thing: its address with the thing, and with one that does not exist. */
export interface AboutOne {
  readonly operationId: string;
  readonly method: 'GET' | 'POST';
  readonly existing: string;
  readonly missing: string;
  readonly body: unknown;
}

interface Described {
  readonly operationId: OperationName;
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example?: unknown }>>;
  };
}

/** A stay with three receivers and an executor, a SIP, a settlement, an incident, a session; a ward and its staff. */
export async function somethingOfOthers(api: ApiServer): Promise<Existing> {
  const { county } = api;
  const stay = await stayWithReceivers(county);
  const { caseId: sip } = await county.sip();
  const settlement = await settled(county);
  const incident = await struckByMistake(county);
  await api.token(ANNA);
  const [session] = await query<{ id: string }>(
    county.databaseUrl,
    `select id::text from sessions where assignment = '${ANNA}' limit 1`,
  );
  return {
    discharges: stay,
    sips: sip,
    settlements: settlement,
    incidents: incident,
    sessions: session?.id ?? '',
    ...{ staff: 'anna-lundgren', assignments: ANNA, 'own-units': 'nus-medicin-2' },
  };
}

async function stayWithReceivers(county: County): Promise<string> {
  const at = (hours: number) => plusMs(county.service.clock.now(), hours * HOUR_MS);
  const needs = { socialServices: true, municipalHealthCare: true, openCare: true };
  const { caseId } = await county.admit({ ...county.admission(), needs });
  await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
    receivers: ['umea-bistand-norr', 'umea-hemsjukvard-norr', 'ersboda-halsocentral'],
    expectedDischargeAt: at(24),
  });
  const judgement = { physician: 'Erik Sandström', judgedAt: at(0) };
  await county.give(caseId, 'mark-utskrivningsklar', ANNA, judgement);
  const start = { startAt: at(3), executor: 'umea-norrskenet-hemtjanst' };
  await county.give(caseId, 'plan-start', MARIA, start);
  return caseId;
}

async function settled(county: County): Promise<string> {
  const admission = county.admission();
  const ofUmea = { ...(admission['patient'] as object), municipality: '2480' };
  const { caseId } = await county.told({ ...admission, patient: ofUmea });
  const judgedAt = county.service.clock.now();
  await county.give(caseId, 'acknowledge', MARIA);
  await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
  await county.service.advanceClock(6 * DAY_MS);
  await county.give(caseId, 'discharge', ANNA);
  const month = localDate(county.service.clock.now()).slice(0, 7);
  await county.service.advanceClock(35 * DAY_MS);
  const opened = await county.open('settlements', { municipality: '2480', month }, SUSANNE);
  return opened.caseId;
}

async function struckByMistake(county: County): Promise<string> {
  const { caseId } = await county.told();
  await county.give(caseId, 'strike-wrong-person', ANNA, { reason: 'Fel person valdes.' });
  const rows = await query<{ id: number }>(
    county.databaseUrl,
    `select id from outbox where case_id = '${caseId}' and job = 'draft-incident'`,
  );
  const now = county.service.clock.now();
  await county.service.incidentDrafts.draft(
    rows.map(({ id }) => id),
    now,
  );
  const [draft] = await query<{ id: string }>(
    county.databaseUrl,
    `select id::text from incidents where case_id = '${caseId}'`,
  );
  return draft?.id ?? '';
}

/**
 * One person of every role at every kind of unit, and of every controller, whose unit is a party of
 * nothing that exists.
 */
export async function outsiders({ databaseUrl }: County): Promise<readonly Outsider[]> {
  const parties = await query<{ unit: string }>(databaseUrl, 'select distinct unit from parties');
  const inside = new Set(parties.map(({ unit }) => unit));
  const unitOf = new Map(DEMO_COUNTY.units.map((unit) => [unit.id, unit]));
  const found = new Map<string, Outsider>();
  for (const { id, unit: unitId, roles } of DEMO_COUNTY.assignments) {
    const unit = unitOf.get(unitId);
    const [role] = roles;
    if (unit === undefined || role === undefined || inside.has(unitId)) continue;
    const person = { id, kind: unit.kind, role };
    const key = `${unit.kind} ${role}`;
    if (!found.has(key)) found.set(key, { ...person, isFurther: false });
    else if (!found.has(unit.controller))
      found.set(unit.controller, { ...person, isFurther: true });
  }
  return [...new Map([...found.values()].map((person) => [person.id, person])).values()];
}

/** Whoever has proved who she is once more is refused for what she asks, not for that. */
export async function stepUpEverybody({ databaseUrl }: County): Promise<void> {
  await query(databaseUrl, `update sessions set stepped_up_until = '2199-01-01T00:00:00Z'`);
}

/** Every operation of the API whose address names one thing that is somebody's. */
export function operationsOnOne({ service }: County, existing: Existing): readonly AboutOne[] {
  const { paths } = apiDocument(service.registry.workflows, 'demo');
  return Object.entries(paths).flatMap(([path, methods]) => {
    const [, thing = ''] = /^\/api\/v1\/([\w-]+)\/\{id\}/.exec(path) ?? [];
    const own = existing[thing];
    if (own === undefined) return [];
    const missing = own.includes('-') ? NO_CASE : NO_NUMBER;
    return Object.entries(methods).map(([method, operation]) => {
      const { operationId, requestBody } = operation as unknown as Described;
      return {
        operationId,
        method: method === 'get' ? ('GET' as const) : ('POST' as const),
        existing: addressed(path, own),
        missing: addressed(path, missing),
        body: BODIES[operationId] ?? requestBody?.content['application/json']?.example ?? {},
      };
    });
  });
}

function addressed(path: string, id: string): string {
  return path
    .replace('{id}', id)
    .replace('{handover}', 'h2-1')
    .replace('{row}', 'p1.2026-02-05')
    .replace('{event}', '1');
}

/** The lists of the API, without those that have nothing of a case. */
export function lists({ service }: County): readonly string[] {
  const { paths } = apiDocument(service.registry.workflows, 'demo');
  const open = ['/api/v1/stream', '/api/v1/me'];
  return Object.entries(paths)
    .filter(([path, { get }]) => get !== undefined && !('security' in get) && !open.includes(path))
    .map(([path]) => path)
    .filter((path) => path.startsWith('/api/v1/') && !path.includes('{'));
}
