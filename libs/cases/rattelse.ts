import {
  aim,
  commandOf,
  CORRECT,
  factsTold,
  isMaker,
  MAKULERA,
  type Asker,
  type CaseState,
  type LoggedEvent,
  type Missed,
  type Original,
  type WorkflowDefinition,
} from '@hemgang/engine';
import type { CommandRequest } from '@hemgang/engine';
import type { Refusal, Text } from '@hemgang/kernel';
import type { EventRow, Maker } from '@hemgang/store';
import type { Asked } from './decide';
import { splitContent } from './envelope';
import { machinesOf, relationByState } from './relation';
import { strangerSince } from './stranger';

/**
 * The event that a rättelse is about, or why it is not possible. The log is read to find it; the
 * state goes on from where it is.
 */
export function originalIn(
  { workflow, command, reader }: Asked,
  state: CaseState,
  log: readonly EventRow[],
  { payload, recordedAt }: CommandRequest<Readonly<Record<string, unknown>>>,
): Original | Refusal {
  const found = aim(workflow.definition, state, log.map(logged), {
    type: command.name === CORRECT ? CORRECT : MAKULERA,
    payload: splitContent(command, payload).event,
    recordedAt,
    asker: reader,
  });
  if ('because' in found) return refusalOf(found, command.possibleWhen);
  const told = found.told.filter((unit) => !wasStruckAfter(workflow, state, unit, found.seq));
  if (told.length < found.told.length && told.length === 0) {
    return { code: 'COMMAND_NOT_POSSIBLE', detail: ABOUT_ANOTHER };
  }
  return { ...found, told };
}

const ABOUT_ANOTHER: Text = {
  sv: 'Händelsen gällde fel person. Det som lämnades är borttaget hos mottagarna, och de ska inte få veta mer.',
  en: 'The event was about the wrong person. What was told is removed at the receivers, who are to learn no more.',
};

/** Whether it has turned out since an event that the unit should never have been told of it. */
function wasStruckAfter(
  { definition }: Asked['workflow'],
  state: CaseState,
  unit: string,
  seq: number,
): boolean {
  return machinesOf(definition, state, unit).some((id) => (strangerSince(state, [id]) ?? 0) > seq);
}

/** Whether a unit should never have known of the case: it is told nothing more of it. */
export function isStranger(
  { definition }: Asked['workflow'],
  state: CaseState,
  unit: string,
): boolean {
  return relationByState(definition, state, unit) === 'stranger';
}

function refusalOf(missed: Missed, who: Refusal['detail']): Refusal {
  switch (missed.because) {
    case 'event':
      return { code: 'PAYLOAD_INVALID', errors: [{ path: '/event', code: 'unknown' }] };
    case 'unit':
      return { code: 'ROLE_NOT_ALLOWED', ...(who === undefined ? {} : { detail: who }) };
    case 'state':
      return { code: 'COMMAND_NOT_POSSIBLE', detail: missed.why };
    case 'facts':
      return {
        code: 'PAYLOAD_INVALID',
        errors: missed.names.map((name) => ({ path: `/${name}`, code: 'not_told_by_event' })),
      };
    case 'value':
      return { code: 'RULE_REFUSED', detail: missed.why, rule: 'PDL 3:14' };
  }
}

/** The event by which an event has been struck; null while it stands. */
export function struckBy({ rattelser = [] }: CaseState, seq: number): number | null {
  return rattelser.find(({ event, kind }) => event === seq && kind === MAKULERA)?.by ?? null;
}

/** The facts of an event that the reader may correct, by name. */
export function mayCorrect(
  workflow: WorkflowDefinition,
  state: CaseState,
  row: EventRow,
  reader: Asker,
): readonly string[] {
  const command = commandOf(workflow, row.type);
  const event = logged(row);
  return command !== undefined && isMaker(workflow, state, event, command, reader)
    ? factsTold(workflow, state, event)
    : [];
}

/** Whether the reader may strike an event, as far as it is not carried by later ones. */
export function mayMakulera(
  workflow: WorkflowDefinition,
  state: CaseState,
  row: EventRow,
  reader: Asker,
): boolean {
  const command = commandOf(workflow, row.type);
  if (command === undefined || struckBy(state, row.seq) !== null) return false;
  const { makulera } = command;
  const isRefused = typeof makulera === 'object' && 'refused' in makulera;
  return !isRefused && isMaker(workflow, state, logged(row), command, reader);
}

/** A line of the log as a rättelse reads it. */
export function logged(row: EventRow): LoggedEvent {
  const { seq, type, machine, occurredAt, recordedAt, payload, given, results } = row;
  const actor = row.actor as unknown as LoggedEvent['actor'];
  const told = [...new Set(results.told.flatMap(({ units }) => units))];
  return {
    seq,
    type,
    machine,
    occurredAt,
    recordedAt,
    actor,
    payload,
    given,
    told,
    moved: results.machines,
  };
}

/** Whether the reader's unit has made something in the case that her role may correct or strike. */
export function hasMade(
  workflow: WorkflowDefinition,
  state: CaseState,
  makers: readonly Maker[],
  asker: Asker,
): boolean {
  return makers.some(({ type, unit, machine }) => {
    const command = commandOf(workflow, type);
    const actor = { unit, person: '', assignment: '' };
    return command !== undefined && isMaker(workflow, state, { actor, machine }, command, asker);
  });
}
