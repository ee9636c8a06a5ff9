import { isDeepStrictEqual } from 'node:util';
import { replayed, type WorkflowRegistry } from '@hemgang/cases';
import { CaseStore, openDatabase, type Database, type EventRow } from '@hemgang/store';
import { query } from '@hemgang/testing';
import type { Given } from './clients.fixture';

/** What was checked, and what was found wrong; nothing is wrong when `faults` is empty. */
export interface Checked {
  readonly cases: number;
  readonly events: number;
  readonly notices: number;
  readonly facts: number;
  readonly reminders: number;
  readonly faults: readonly string[];
}

interface CaseRow {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly state: { readonly duties: readonly { readonly id: string; readonly unit: string }[] };
}

interface OpenDutyRow {
  readonly caseId: string;
  readonly id: string;
  readonly unit: string;
}

/** More events than any case of a load gets. */
const EVENTS_MAX = 1_000;

/** System events and what must stand elsewhere for each of them. */
const REMINDER = 'ladder';
const TOLD = 'patient-readmitted';

/**
 * Compares what the clients were answered with what stands in the database:
 * - every acknowledged command is the event of the version that was answered, and nothing else is;
 * - an event of the system has its cause, and each cause one event;
 * - numbers have no gaps, the state is what the log gives, every open duty has its one owner;
 * - each unit that was to be told has been told once.
 */
export async function checkHistory(
  databaseUrl: string,
  registry: WorkflowRegistry,
  history: readonly Given[],
): Promise<Checked> {
  const database = await openDatabase({ databaseUrl, poolSize: 4, applicationName: 'checker' });
  try {
    return await new History(database, databaseUrl, registry).check(history);
  } finally {
    await database.close();
  }
}

const CASES = 'select id, type, version, state from cases order by id';

class History {
  private readonly faults: string[] = [];
  private readonly store: CaseStore;

  constructor(
    database: Database,
    private readonly url: string,
    private readonly registry: WorkflowRegistry,
  ) {
    this.store = new CaseStore(database);
  }

  async check(history: readonly Given[]): Promise<Checked> {
    const { cases, logs } = await this.stored();
    this.compare(history, logs);
    for (const row of cases) this.checkCase(row, logs.get(row.id) ?? []);
    await this.checkDuties(cases);
    const { notices, facts } = await this.checkEffects(logs);
    const events = [...logs.values()].flat();
    const reminders = events.filter(({ type }) => type === REMINDER).length;
    const { faults } = this;
    return { cases: cases.length, events: events.length, notices, facts, reminders, faults };
  }

  /** Cases and their logs as of one moment: read again when a reminder has come in between. */
  private async stored(): Promise<{
    readonly cases: readonly CaseRow[];
    readonly logs: ReadonlyMap<string, readonly EventRow[]>;
  }> {
    const cases = await query<CaseRow>(this.url, CASES);
    const logs = new Map<string, readonly EventRow[]>();
    for (const { id } of cases) logs.set(id, await this.store.events(id, 0, EVENTS_MAX));
    const versions = (rows: readonly CaseRow[]) =>
      rows.map(({ id, version }) => `${id} ${version}`);
    const after = versions(await query<CaseRow>(this.url, CASES));
    return isDeepStrictEqual(after, versions(cases)) ? { cases, logs } : this.stored();
  }

  /** Acknowledged commands and logged events, one for one. */
  private compare(history: readonly Given[], logs: ReadonlyMap<string, readonly EventRow[]>): void {
    const acknowledged = new Map<string, string>();
    for (const { path, key, caseId, sendings } of history) {
      const last = sendings.at(-1);
      if (last?.kind === 'unknown') this.faults.push(`${key}: ${path} stayed unknown`);
      const answers = new Set(sendings.flatMap((sent) => (sent.kind === 'ok' ? sent.version : [])));
      if (answers.size > 1) this.faults.push(`${key}: two versions were answered`);
      for (const version of answers) {
        const place = `${caseId} ${version}`;
        if (acknowledged.has(place)) this.faults.push(`${key}: ${place} is another command's`);
        acknowledged.set(place, path.split('/')[5] ?? this.opening());
      }
    }
    for (const [caseId, log] of logs) {
      for (const { seq, type, actor } of log) {
        const place = `${caseId} ${seq}`;
        const command = acknowledged.get(place);
        acknowledged.delete(place);
        if ('system' in actor ? command !== undefined : command !== type) {
          this.faults.push(`${place}: ${type} is logged, ${command ?? 'nothing'} acknowledged`);
        }
      }
    }
    for (const [place, type] of acknowledged) this.faults.push(`${place}: ${type} is lost`);
  }

  private opening(): string {
    return this.registry.byPath('discharges')?.definition.open.name ?? '';
  }

  private checkCase({ id, type, version, state }: CaseRow, log: readonly EventRow[]): void {
    const numbers = log.map(({ seq }) => seq);
    if (log.length !== version || numbers.some((seq, index) => seq !== index + 1)) {
      this.faults.push(`${id}: version ${version}, events ${numbers.join(' ')}`);
    }
    try {
      const lived = replayed(this.registry, type, log).at(-1)?.state;
      const same = isDeepStrictEqual(JSON.parse(JSON.stringify(lived)), state);
      if (!same) this.faults.push(`${id}: its log gives another state`);
    } catch (error) {
      this.faults.push(`${id}: ${String(error)}`);
    }
  }

  private async checkDuties(cases: readonly CaseRow[]): Promise<void> {
    const open = await query<OpenDutyRow>(
      this.url,
      'select case_id as "caseId", id, unit from duties where closed_at is null',
    );
    const owed = (caseId: string, id: string, unit: string): string => `${caseId} ${id} ${unit}`;
    const rows = open.map(({ caseId, id, unit }) => owed(caseId, id, unit)).sort();
    const states = cases
      .flatMap(({ id, state }) => state.duties.map((duty) => owed(id, duty.id, duty.unit)))
      .sort();
    if (!isDeepStrictEqual(rows, states))
      this.faults.push('open duties are not those of the cases');
    if (open.some(({ unit }) => unit === '')) this.faults.push('a duty without an owner');
  }

  /** Each unit told by an event has one notice of it; each fact between cases has one event. */
  private async checkEffects(
    logs: ReadonlyMap<string, readonly EventRow[]>,
  ): Promise<{ notices: number; facts: number }> {
    const due: string[] = [];
    const reminders = new Set<string>();
    for (const [caseId, log] of logs) {
      for (const { seq, type, results, payload, occurredAt, recordedAt } of log) {
        for (const { entry, units } of results.told) {
          due.push(...units.map((unit) => `${caseId} ${seq} ${entry} ${unit}`));
        }
        if (type !== REMINDER) continue;
        if (recordedAt < occurredAt) this.faults.push(`${caseId} ${seq}: reminded early`);
        const rung = `${caseId} ${String(payload['duty'])} ${String(payload['step'])} ${String(payload['due'])}`;
        if (reminders.has(rung)) this.faults.push(`${rung}: reminded twice`);
        reminders.add(rung);
      }
    }
    const told = await query<{ line: string; isReminder: boolean }>(
      this.url,
      `select case_id || ' ' || seq || ' ' || entry || ' ' || unit as line,
              duty is not null as "isReminder" from notices`,
    );
    const brought = told.filter(({ isReminder }) => !isReminder).map(({ line }) => line);
    if (!isDeepStrictEqual(brought.sort(), due.sort())) {
      this.faults.push(`${brought.length} notices were brought, ${due.length} were to be`);
    }
    const reminded = told.length - brought.length;
    // A reminder to several units is one event with several notices.
    if (reminded < reminders.size) this.faults.push('a reminder without a notice');
    return { notices: told.length, facts: await this.checkFacts(logs) };
  }

  private async checkFacts(logs: ReadonlyMap<string, readonly EventRow[]>): Promise<number> {
    const told = [...logs].flatMap(([id, log]) =>
      log.filter(({ type }) => type === TOLD).map(({ seq }) => `${id} ${seq}`),
    );
    const inbox = await query<{ line: string }>(
      this.url,
      `select target || ' ' || target_seq as line from inbox where target_seq is not null`,
    );
    if (!isDeepStrictEqual(told.sort(), inbox.map(({ line }) => line).sort())) {
      this.faults.push(`${told.length} facts became events, ${inbox.length} were told`);
    }
    return told.length;
  }
}
