import type { OperationName } from '@hemgang/access';
import { DEMO_COUNTY } from '@hemgang/demo';
import { query, type County } from '@hemgang/testing';
import { apiDocument } from '../../apps/api/openapi/document';
import type { Existing } from './foreign-ids.fixture';
import { EMPTY_DRAFT } from './plan-draft.fixture';

/** No case, incident or session has these. */
export const NO_CASE = '00000000-0000-4000-8000-000000000000';
const NO_NUMBER = '999999999';

/** What is asked of staff, programs and reviewers; the description has no examples of it. */
const BODIES: Readonly<Record<string, object>> = {
  assign: {
    ...{ unit: 'nus-medicin-3', roles: ['ward-staff'], from: null, until: null },
    ...{ commission: null, standIn: null },
  },
  changeAssignment: { roles: ['physician'], until: null },
  changeUnit: { name: 'Avdelningen', phone: '090-785 20 01' },
  setSnapshotKey: {
    publicKey: 'hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=',
    salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    iterations: 600_000,
  },
  setUnitHours: {
    ...{ from: '2199-01-01', days: [null, null, null, null, null, null, null], red: null },
  },
  setCapacity: { week: [1, 1, 1, 1, 1, null, null], days: [], start: null },
  changeWatch: { name: 'Jour', units: ['nus-medicin-2'], mayDecide: true, turns: [] },
  handOverWatch: { to: 'johan-holmgren' },
  changeMachineKeys: { keys: [{ kty: 'EC', kid: 'ett' }] },
  changeWebhookKinds: { kinds: ['case.told'] },
  changeSavedView: {
    ...{ name: 'Sent', query: { visa: 'late', ordna: 'uppgifter' }, shared: false },
  },
  followUpMeasure: { place: 'municipality:2480', status: 'done', note: '' },
  redeliverWebhooks: { ids: [1] },
  reviewEmergencyOpening: { verdict: 'approved', words: 'Rätt.' },
  decideLogLine: { decision: 'justified' },
  savePlanDraft: EMPTY_DRAFT,
  passPlanTurn: { step: 'take-over' },
  inviteAboutDischarge: { kind: 'after-discharge' },
  inviteAboutSip: { kind: 'after-sip' },
};

/** Named in addresses, and nobody's: who vouches for people, and links that are themselves the right. */
const OF_NOBODY = ['sign-in', 'start', 'experience', 'sms'];

/** A parameter of an address, after the part that says what it names. */
const PARAMETER = /([\w-]+)\/\{\w+\}/g;

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
  readonly method: string;
  readonly existing: string;
  readonly missing: string;
  readonly body: unknown;
  /** The statuses that it is described to answer with. */
  readonly answers: readonly number[];
}

interface Described {
  readonly responses: object;
  readonly operationId: OperationName;
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example?: unknown }>>;
  };
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

/**
 * Every operation of the API whose address names something that is somebody's, once for each part of
 * the address that can name what does not exist.
 * @throws Error when an address names something of which nothing exists: the crawler would pass it by
 */
export function operationsOnOne(
  { service }: County,
  existing: Existing,
  paths: object = apiDocument(service.registry.workflows, 'demo').paths,
): readonly AboutOne[] {
  return Object.entries(paths).flatMap(([path, methods]) => {
    const kinds = [...path.matchAll(PARAMETER)].map(([, kind = '']) => kind);
    if (kinds.some((kind) => OF_NOBODY.includes(kind))) return [];
    const own = addressed(path, existing);
    return Object.entries(methods as object).flatMap(([method, operation]) => {
      const { operationId, requestBody, responses } = operation as unknown as Described;
      return kinds.map((kind) => ({
        operationId,
        method: method.toUpperCase(),
        existing: own,
        missing: addressed(path, { ...existing, [kind]: nothingLike(existing[kind] ?? '') }),
        body: BODIES[operationId] ?? requestBody?.content['application/json']?.example ?? {},
        answers: Object.keys(responses).map(Number),
      }));
    });
  });
}

function addressed(path: string, ids: Existing): string {
  return path.replace(PARAMETER, (_, kind: string) => {
    const id = ids[kind] ?? '';
    if (id === '') throw new Error(`nothing exists that ${path} could name after ${kind}`);
    return `${kind}/${id}`;
  });
}

function nothingLike(id: string): string {
  return id.includes('-') ? NO_CASE : NO_NUMBER;
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
