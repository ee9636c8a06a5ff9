import type { z } from 'zod';
import type { CaseEvent, MachineId } from './event';
import { CORRECT, isRattelse, MAKULERA } from './rattelse';

/**
 * Something that an event told and that may turn out to have been otherwise. Declared once, in the
 * table beside the machine that remembers it.
 * Methods, not function properties: a fact over a concrete context fits a table of any.
 */
export interface CorrectableFact<Context = unknown> {
  /** What a correction may say: a time, mostly. */
  readonly schema: z.ZodType;
  /** What the event told; undefined when it did not tell. */
  told(event: Pick<CaseEvent, 'payload' | 'occurredAt' | 'recordedAt'>): unknown;
  /** How the machine's memory changes; `value` is null when nothing tells the fact any more. */
  put(context: Context, value: unknown): Partial<Context>;
  /** Whether the value goes together with what else is known. @param now when it is said */
  fits(context: Context, value: unknown, now: string): boolean;
  /** True of the one fact that is when the case began. */
  readonly opens?: true;
}

/** The correctable facts of a machine: command, name of the fact, the fact. */
export type CorrectableFacts<Context = unknown> = Readonly<
  Record<string, Readonly<Record<string, CorrectableFact<Context>>>>
>;

/** A line of a case's log as a rättelse reads it. */
export interface LoggedEvent extends Omit<CaseEvent, 'machine'> {
  /** Null: the main machine. */
  readonly machine: MachineId | null;
  /** Units that it was told to. */
  readonly told: readonly string[];
  /** Machines that it moved. */
  readonly moved: readonly MachineId[];
}

/** The event that tells a fact now, and what it tells. */
export interface Standing {
  readonly seq: number;
  readonly value: unknown;
}

/**
 * What a machine's events tell together: of each fact the last one that is not struck, with the
 * last correction of it that is not struck. Read only; no state is computed from it.
 * @param events of the whole case, in order
 */
export function standingFacts(
  facts: CorrectableFacts,
  events: readonly LoggedEvent[],
  machine: MachineId | null,
): ReadonlyMap<string, Standing> {
  const struck = struckIn(events);
  const live = events.filter(({ seq }) => !struck.has(seq));
  const standing = new Map<string, Standing>();
  for (const event of live) {
    if (event.machine !== machine || isRattelse(event)) continue;
    for (const [name, fact] of Object.entries(facts[event.type] ?? {})) {
      const told = fact.told(event);
      if (told === undefined) continue;
      standing.set(name, { seq: event.seq, value: lastCorrection(live, event.seq, name) ?? told });
    }
  }
  return standing;
}

/** Sequence numbers of the events that have been struck. */
function struckIn(events: readonly LoggedEvent[]): ReadonlySet<number> {
  return new Set(
    events.filter(({ type }) => type === MAKULERA).map(({ payload }) => payload['event'] as number),
  );
}

function lastCorrection(live: readonly LoggedEvent[], seq: number, name: string): unknown {
  return live
    .filter(({ type, payload }) => type === CORRECT && payload['event'] === seq)
    .map(({ payload }) => payload[name])
    .filter((value) => value !== undefined)
    .at(-1);
}

/** The names of every fact of several tables, with what each may be corrected to. */
export function factSchemas(
  tables: readonly CorrectableFacts[],
): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(
    tables.flatMap((facts) =>
      Object.values(facts).flatMap((byName) =>
        Object.entries(byName).map(([name, { schema }]) => [name, schema]),
      ),
    ),
  );
}

/** The changes that corrected facts make in a machine's memory; names the table has not are left. */
export function putFacts<Context>(
  table: CorrectableFacts<Context>,
  context: Context,
  values: Readonly<Record<string, unknown>>,
): Partial<Context> {
  const byName = Object.assign({}, ...Object.values(table)) as Record<
    string,
    CorrectableFact<Context>
  >;
  return Object.entries(values).reduce<Partial<Context>>((change, [name, value]) => {
    const fact = byName[name];
    return fact === undefined
      ? change
      : { ...change, ...fact.put({ ...context, ...change }, value) };
  }, {});
}
