import type { Accepted, CaseEvent } from '@hemgang/engine';
import type { Instant, Refusal } from '@hemgang/kernel';
import type { EventRow } from '@hemgang/store';
import { caseEvents, replayed } from './case-events';
import type { Beside, Told } from './case-type';
import { caseTypeOf, type ViewAt } from './case-types';
import type { CaseView } from './case-view';
import { invalidField } from './envelope';
import type { EventView } from './event-view';
import { masked } from './masked';
import { pastRows, type Lived } from './past-rows';
import type { WorkflowRegistry } from './registry';
import { machinesOf, relationByState } from './relation';

/** A case as it stood at an instant that has been. Nothing can be done in it. */
export interface PastCaseView<View extends CaseView = CaseView> {
  /** The instant that was asked for. */
  readonly at: Instant;
  /** The latest event that had been recorded by then; null: it is not told to the reader. */
  readonly event: EventView | null;
  /** When the event before that one was recorded, and the next after `at`; null: none that she may look at. */
  readonly previousAt: Instant | null;
  readonly nextAt: Instant | null;
  /** What had happened by then, as it is told to the reader; the latest last. */
  readonly events: readonly EventView[];
  /** Without commands, and with links to nowhere. */
  readonly case: View;
}

/**
 * Lives a case again up to an instant, from its log alone.
 *
 * The reader is who she is now, and looks only at times when her unit was that already: before it
 * joined the process was not hers to know, and whoever got it by mistake keeps her stub. Of contents
 * she sees what had been disclosed by then **and** is hers to see today: what has been erased, blocked
 * or protected since stays away, so that no way to what is closed leads over the past.
 * @param told the case as it is
 * @param at null: now
 * @returns a refusal for an instant before the case or the reader's part in it, or in the future
 */
export async function pastView<Path extends string>(
  registry: WorkflowRegistry,
  told: Told,
  events: readonly EventRow[],
  at: Instant | null,
  beside: Beside,
): Promise<PastCaseView<ViewAt<Path>> | Refusal> {
  const instant = at ?? told.now;
  const found = positionAt(registry, told, events, instant);
  if ('code' in found) return found;
  const then = { ...told, ...found.then, patientOperations: [] } satisfies Told;
  const type = caseTypeOf(told.rows.case.type);
  // A link that is signed opens what is, not what was.
  const view = await type.view(then, { ...beside, signer: null });
  const whole = masked(view, type.fields, told.mask);
  const shown = type.events(then, found.until).map(withoutRattelser);
  return {
    at: instant,
    event: shown.find(({ seq }) => seq === found.last.seq) ?? null,
    previousAt: found.seen.findLast((each) => each < found.last.recordedAt) ?? null,
    nextAt: found.seen.find((each) => each > instant) ?? null,
    events: shown,
    case: withoutCommands(whole) as ViewAt<Path>,
  };
}

/** Where in the log an instant lies. */
interface Position {
  readonly last: EventRow;
  /** Everything up to the last, with it. */
  readonly until: readonly EventRow[];
  /** When the events that the reader may look at were recorded, in order. */
  readonly seen: readonly Instant[];
  readonly then: Pick<Told, 'workflow' | 'rows' | 'now'>;
}

function positionAt(
  registry: WorkflowRegistry,
  told: Told,
  events: readonly EventRow[],
  at: Instant,
): Position | Refusal {
  const { type } = told.rows.case;
  if (at > told.now) return invalidField('/instant', 'in_future');
  const steps = replayed(registry, type, events);
  const relations = steps.map(({ state }) => {
    const { definition } = registry.of(type, state.workflowVersion);
    const { unit } = told.reader;
    return machinesOf(definition, state, unit).length === 0
      ? 'none'
      : relationByState(definition, state, unit);
  });
  const index = events.findLastIndex(({ recordedAt }) => recordedAt <= at);
  const last = events[index];
  const step = steps[index];
  if (last === undefined || step === undefined) return invalidField('/instant', 'before_case');
  const mine = relations.at(-1);
  if (relations[index] !== mine) return invalidField('/instant', 'before_joined');
  const shown = new Set(
    caseTypeOf(type)
      .events(told, events)
      .map(({ seq }) => seq),
  );
  const until = events.slice(0, index + 1);
  const lived: Lived = {
    workflow: registry.of(type, step.state.workflowVersion),
    events: until,
    steps: zipped(caseEvents(until), steps),
    state: step.state,
  };
  return {
    last,
    until,
    seen: events.flatMap(({ seq, recordedAt }, each) =>
      relations[each] === mine && shown.has(seq) ? [recordedAt] : [],
    ),
    then: { workflow: lived.workflow, rows: pastRows(told.rows, lived, at), now: at },
  };
}

function zipped(events: readonly CaseEvent[], steps: readonly Accepted[]): Lived['steps'] {
  return steps.flatMap((step, index) => {
    const event = events[index];
    return event === undefined ? [] : [[event, step] as const];
  });
}

function withoutRattelser(event: EventView): EventView {
  return { ...event, mayCorrect: [], mayMakulera: false };
}

function withoutCommands(view: CaseView): CaseView {
  return {
    ...view,
    allowedCommands: [],
    otherCommands: [],
    patientOperations: [],
    afterwards: view.afterwards.map((each) => ({ ...each, mayAnswer: false })),
  };
}
