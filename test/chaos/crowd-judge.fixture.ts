import { isDeepStrictEqual } from 'node:util';
import { replayed } from '@hemgang/cases';
import { definitionOf, nextTimer } from '@hemgang/engine';
import { CaseStore, openDatabase, type EventRow, type StoredCase } from '@hemgang/store';
import { query } from '@hemgang/testing';
import type { ApiServer } from '../api/api-server.fixture';
import type { Attempt, Look } from './crowd.fixture';

const EVENTS_MAX = 100_000;

/** Rows that one case has in the tables a command writes. */
const ROWS = `
  select (select count(*)::int from idempotency where case_id = $1) as keys,
         (select count(*)::int from contents where case_id = $1 and seq > $2) as beyond,
         (select count(*)::int from outbox where case_id = $1
            and not exists (select from events e where e.case_id = $1 and e.seq = outbox.seq)
         ) as strays,
         (select coalesce(json_agg(json_build_object('id', id, 'unit', unit) order by id), '[]')
            from duties where case_id = $1 and closed_seq is null) as duties,
         (select coalesce(json_agg(json_build_object('duty', duty, 'step', step) order by duty), '[]')
            from timers where case_id = $1) as timers`;

interface Rows {
  readonly keys: number;
  readonly beyond: number;
  readonly strays: number;
  readonly duties: readonly { readonly id: string; readonly unit: string }[];
  readonly timers: readonly { readonly duty: string; readonly step: string }[];
}

/** What a case is in the end: its state, its log, its rows. */
export interface Stood {
  readonly stored: StoredCase;
  readonly log: readonly EventRow[];
  readonly rows: Rows;
}

export async function stood({ county }: ApiServer, caseId: string): Promise<Stood> {
  const { databaseUrl } = county;
  const database = await openDatabase({ databaseUrl, poolSize: 1, applicationName: 'crowd' });
  const cases = new CaseStore(database);
  const { case: stored } = await cases.load(caseId);
  const log = await cases.events(caseId, 0, EVENTS_MAX);
  await database.close();
  if (stored === null) throw new Error('The case is gone.');
  const [rows] = await query<Rows>(databaseUrl, ROWS, [caseId, stored.version]);
  if (rows === undefined) throw new Error('The rows cannot be counted.');
  return { stored, log, rows };
}

/**
 * Whether the answers could have come from one case to which everything happened one after another.
 * @param before how many events it had before the crowd came
 * @returns what is wrong, in words
 */
export function judge(
  { county }: ApiServer,
  { stored, log, rows }: Stood,
  before: number,
  attempts: readonly Attempt[],
  looks: readonly Look[],
): string[] {
  const done = attempts.filter(({ version }) => version !== null);
  const replay = replayed(county.service.registry, 'discharge', log).at(-1)?.state;
  return [
    ...(stored.version === log.length ? [] : ['the version is not the number of events']),
    ...(log.every(({ seq }, index) => seq === index + 1) ? [] : ['the log has a gap']),
    ...(isDeepStrictEqual(replay, stored.state) ? [] : ['the state is not what the log says']),
    ...(log.length === before + done.length ? [] : ['there are events that nobody was told of']),
    ...(rows.keys === before + done.length ? [] : ['a refused command is remembered']),
    ...(rows.beyond + rows.strays === 0 ? [] : ['a refused command has left something']),
    ...rowFaults(county.service.registry, stored, rows),
    ...winnerFaults(log, done),
    ...orderFaults(done, looks),
  ];
}

function rowFaults(
  registry: ApiServer['county']['service']['registry'],
  { state, type }: StoredCase,
  { duties, timers }: Rows,
): string[] {
  const { definition } = registry.of(type, state.workflowVersion);
  const owed = state.duties.map(({ id, unit }) => ({ id, unit }));
  const running = state.duties.flatMap((duty) => {
    const kind = state.machines[duty.machine]?.kind ?? '';
    const declared = definitionOf(definition, kind).duties[duty.key];
    const timer = declared && nextTimer(duty, declared);
    return timer ? [{ duty: timer.duty, step: timer.step }] : [];
  });
  return [
    ...(isSame(owed, duties) ? [] : ['the rows of duties are not those of the state']),
    ...(isSame(running, timers) ? [] : ['the rows of timers are not those of the state']),
  ];
}

function isSame(some: readonly object[], others: readonly object[]): boolean {
  const words = (each: readonly object[]) => each.map((one) => JSON.stringify(one)).sort();
  return isDeepStrictEqual(words(some), words(others));
}

/** Each acknowledged version has exactly one winner, and its event is the winner's. */
function winnerFaults(log: readonly EventRow[], done: readonly Attempt[]): string[] {
  const versions = done.map(({ version }) => version);
  const twice = versions.length - new Set(versions).size;
  const wrong = done.filter(({ version, user, command, ifVersion }) => {
    const event = log[(version ?? 0) - 1];
    const isOwn = event?.type === command && event.actor['assignment'] === user;
    return !isOwn || (ifVersion !== null && version !== ifVersion + 1);
  });
  return [
    ...(twice === 0 ? [] : [`${twice} versions have two winners`]),
    ...wrong.map(({ version, command }) => `version ${version} is not its ${command}`),
  ];
}

/** What was answered before something else was sent, happened before it. */
function orderFaults(done: readonly Attempt[], looks: readonly Look[]): string[] {
  const seen = [...done.map((each) => ({ ...each, version: each.version ?? 0 })), ...looks];
  const byEnd = [...seen].sort((a, b) => a.answeredAt - b.answeredAt);
  const byStart = [...seen].sort((a, b) => a.sentAt - b.sentAt);
  const faults: string[] = [];
  let [next, highest] = [0, 0];
  for (const later of byStart) {
    for (; (byEnd[next]?.answeredAt ?? Infinity) < later.sentAt; next += 1) {
      highest = Math.max(highest, byEnd[next]?.version ?? 0);
    }
    if (later.version < highest) faults.push(`version ${later.version} was told after ${highest}`);
  }
  return faults;
}
