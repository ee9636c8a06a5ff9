import type { Accepted, CaseEvent, CaseState } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import type { DutyRow, EventRow, PartyRow, StoredDuty } from '@hemgang/store';
import { dutyRows, partyRows } from './assemble';
import type { CaseRows } from './case-type';
import type { RegisteredWorkflow } from './registry';

/** What the log gives up to one of its events. */
export interface Lived {
  /** The workflow that the case ran on then. */
  readonly workflow: RegisteredWorkflow;
  readonly events: readonly EventRow[];
  /** Each of them as the engine takes it, and what it did. */
  readonly steps: readonly (readonly [CaseEvent, Accepted])[];
  /** After the last of them. */
  readonly state: CaseState;
}

/**
 * The rows of a case as they were after an event: state, duties and parties by the log alone; of what
 * was disclosed to the reader's controller what had been by then, and is still hers to see.
 * @param rows as they are now, in the reader's own database context
 * @param at the instant that is asked for; later than the last of the events
 */
export function pastRows(rows: CaseRows, lived: Lived, at: Instant): CaseRows {
  const { workflow, events, state } = lived;
  const { word, endedAt } = workflow.definition.summary(state);
  const { objectionSince } = rows;
  return {
    ...rows,
    case: { ...rows.case, version: state.seq, state, word, endedAt },
    duties: pastDuties(lived),
    parties: pastParties(lived),
    contents: rows.contents.filter(({ seq }) => seq <= state.seq),
    log: events.map(({ seq, type, machine, occurredAt, recordedAt, actor, payload }) => {
      return { seq, type, machine, occurredAt, recordedAt, actor, payload };
    }),
    seen: Object.fromEntries(Object.entries(rows.seen).filter(([, first]) => first <= at)),
    objectionSince: objectionSince !== null && objectionSince <= at ? objectionSince : null,
    // They serve commands, and there are none in what has been.
    makers: [],
  };
}

function pastDuties({ steps }: Lived): StoredDuty[] {
  const rows = new Map<string, DutyRow>();
  for (const [{ seq }, step] of steps) {
    for (const duty of dutyRows(step, seq)) rows.set(duty.id, duty);
  }
  return [...rows.values()]
    .map((duty) => ({ ...duty, breached: wasBreached(duty) }))
    .sort((a, b) => a.openedSeq - b.openedSeq || (a.id < b.id ? -1 : 1));
}

function wasBreached({ closedAt, due }: DutyRow): boolean {
  return closedAt !== null && due !== null && closedAt > due;
}

function pastParties({ workflow, steps }: Lived): PartyRow[] {
  const rows = new Map<string, PartyRow>();
  for (const [event, step] of steps) {
    for (const party of partyRows(workflow, event, step)) {
      const key = `${party.unit} ${party.handover ?? ''}`;
      if (party.until !== null) rows.delete(key);
      else if (!rows.has(key)) rows.set(key, party);
    }
  }
  const order = ({ since, unit, handover }: PartyRow) => `${since} ${unit} ${handover ?? '~'}`;
  return [...rows.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
