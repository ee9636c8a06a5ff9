import { CORRECT, DISPUTE, isRattelse, MAKULERA, toldAt } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import type { StayLogRow } from '@hemgang/store';

/** A line of a case's log, as far as days and money may depend on it. */
export type LogLine = Omit<StayLogRow, 'caseId'>;

/** The log of one case, in order. */
export interface CaseLog {
  readonly case: string;
  readonly lines: readonly LogLine[];
}

/** A line that has not been struck, with what has been said of it since. */
export interface StandingLine extends LogLine {
  /** Names it outside its case: `<case>.<seq>`. */
  readonly id: string;
  /** What its facts are now instead, by their names, and the event that says so. */
  readonly corrected: Readonly<Record<string, Corrected>>;
  /** Units that did not get it when it was registered to have been told, and by which event. */
  readonly disputed: Readonly<Record<string, string>>;
}

interface Corrected {
  readonly value: unknown;
  readonly by: string;
}

/** A value that a fact has, and the events that say so. */
export interface Told<Value> {
  readonly value: Value;
  readonly events: readonly string[];
}

/**
 * What a log says now: without what has been struck, with corrections and disputes at the events
 * that they are about. A correction or dispute that was struck itself is none.
 */
export function standingLines({ case: caseId, lines }: CaseLog): readonly StandingLine[] {
  const struck = new Set(
    lines.filter(({ type }) => type === MAKULERA).map(({ payload }) => payload['event']),
  );
  const live = lines.filter(({ seq }) => !struck.has(seq));
  const corrected = new Map<unknown, Record<string, Corrected>>();
  const disputed = new Map<unknown, Record<string, string>>();
  for (const { seq, type, unit, payload } of live) {
    const { event, ...facts } = payload;
    const by = `${caseId}.${seq}`;
    if (type === CORRECT) {
      const said = Object.entries(facts).map(([name, value]) => [name, { value, by }] as const);
      corrected.set(event, { ...corrected.get(event), ...Object.fromEntries(said) });
    } else if (type === DISPUTE && unit !== null) {
      disputed.set(event, { ...disputed.get(event), [unit]: by });
    }
  }
  return live
    .filter((line) => !isRattelse(line) && line.type !== DISPUTE)
    .map((line) => ({
      ...line,
      id: `${caseId}.${line.seq}`,
      corrected: corrected.get(line.seq) ?? {},
      disputed: disputed.get(line.seq) ?? {},
    }));
}

/** A fact of a line as it is known now. @param told what the line itself says */
export function factOf<Value>(line: StandingLine, name: string, told: Value): Told<Value> {
  const correction = line.corrected[name];
  return correction === undefined
    ? { value: told, events: [line.id] }
    : { value: correction.value as Value, events: [line.id, correction.by] };
}

/**
 * When a unit got what a line tells: when it was recorded, or before that by phone, fax or paper,
 * unless the unit says that it did not get it then.
 */
export function toldUnitAt(line: StandingLine, unit: string): Told<Instant> {
  const by = line.disputed[unit];
  return by === undefined
    ? { value: toldAt(line), events: [line.id] }
    : { value: line.recordedAt, events: [line.id, by] };
}
