import { randomUUID } from 'node:crypto';
import { plusMs, type Instant } from '@hemgang/kernel';
import type { CaseWrite, DutyRow, TimerRow } from './case-write';
import type { PersonRow } from './person-store';
import type { TestStore } from './test-store.fixture';

/** The moment at which the cases of these tests begin. */
export const START: Instant = '2026-03-02T08:00:00.000Z';

export const WARD = 'nus-medicin-2';

export function personRow(change: Partial<PersonRow> = {}): PersonRow {
  return {
    id: randomUUID(),
    number: null,
    numberKind: null,
    name: 'Okänd patient',
    address: null,
    municipality: null,
    registration: null,
    identifiedAt: null,
    protection: null,
    protectedSince: null,
    ...change,
  };
}

/** The write of a case that is about somebody. */
export type StayWrite = CaseWrite & { readonly personId: string };

/** The write that opens a case of a patient of its own; give it only what the test is about. */
export function opening(change: Partial<StayWrite> = {}): StayWrite {
  const person = personRow();
  return {
    ...numbered(1, START),
    caseId: randomUUID(),
    personId: person.id,
    person,
    region: '24',
    expectedVersion: 0,
    parties: [{ unit: WARD, handover: null, kind: 'discharge', since: START, until: null }],
    ...change,
  };
}

/** The write that opens the settlement of a month, which is about no patient. */
export function openingOfSettlement(change: Partial<CaseWrite> = {}): CaseWrite {
  const write = opening();
  const state = { ...write.state, type: 'settlement' };
  return { ...write, state, personId: null, person: null, ...change };
}

/** The write of the next command on a case. */
export function following(before: CaseWrite, change: Partial<CaseWrite> = {}): CaseWrite {
  const seq = before.event.seq + 1;
  return {
    ...numbered(seq, plusMs(START, seq * 60_000)),
    caseId: before.caseId,
    personId: before.personId,
    person: null,
    region: before.region,
    expectedVersion: before.event.seq,
    parties: [],
    ...change,
  };
}

export function dutyRow(id: string, change: Partial<DutyRow> = {}): DutyRow {
  return {
    id,
    key: 'kvittens',
    machine: 'h1-1',
    unit: 'umea-bistand-norr',
    person: null,
    since: START,
    due: plusMs(START, 3_600_000),
    openedSeq: 1,
    closedSeq: null,
    closedAt: null,
    outcome: null,
    ...change,
  };
}

export function timerRow(duty: string, fireAt: Instant): TimerRow {
  return { duty, step: 'first', due: fireAt, fireAt };
}

/** An outbox row of the write's event, for `receiver`. */
export function notice(caseId: string, seq: number, receiver: string, n = 1) {
  return {
    key: `${caseId}.${seq}.${n}`,
    receiver,
    job: 'deliver-notices' as const,
    task: { entry: 'inskrivningsmeddelande' },
  };
}

/** A digest of every table's rows: equal before and after means that nothing was written. */
export async function everything(store: TestStore): Promise<Record<string, string | null>> {
  const tables = await store.sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const digests: Record<string, string | null> = {};
  for (const { name } of tables) {
    const [row] = await store.sql<{ digest: string | null }>(
      `select md5(string_agg(t::text, ' ' order by t::text)) as digest from ${name} t`,
    );
    digests[name] = row?.digest ?? null;
  }
  return digests;
}

function numbered(seq: number, at: Instant) {
  return {
    state: {
      type: 'discharge',
      workflowVersion: 1,
      seq,
      openedAt: START,
      closedAt: null,
      agreement: { id: 'statutory' },
      machines: {
        discharge: { kind: 'discharge', value: { stay: 'admitted' }, context: { unit: WARD } },
      },
      duties: [],
    },
    definitionHash: 'a'.repeat(64),
    word: 'admitted',
    endedAt: null,
    event: {
      seq,
      type: seq === 1 ? 'admit' : 'note',
      machine: null,
      occurredAt: at,
      recordedAt: at,
      actor: { person: 'anna', unit: WARD, assignment: 'anna-medicin-2' },
      payload: {},
      given: {},
      digests: {},
      results: { told: [], moved: [], machines: [] },
      hash: 'b'.repeat(64),
    },
    contents: [],
    duties: [],
    timers: [],
    outbox: [],
    idempotency: null,
    access: [
      {
        at,
        staff: 'anna',
        assignment: 'anna-medicin-2',
        unit: WARD,
        person: null,
        caseId: null,
        action: 'command:admit',
      },
    ],
  } satisfies Partial<CaseWrite>;
}
