import { isDeepStrictEqual } from 'node:util';
import {
  definitionOf,
  nextTimer,
  type Accepted,
  type CaseEvent,
  type ClosedDuty,
  type DiscloseEffect,
  type JoinedParty,
  type OpenDuty,
  type OutwardEffect,
} from '@hemgang/engine';
import { canonicalJson, type Instant } from '@hemgang/kernel';
import type {
  CaseWrite,
  DutyRow,
  EventResults,
  EventRow,
  PartyRow,
  TimerRow,
} from '@hemgang/store';
import { digestsOf, sha256, type Copies } from './contents';
import { outboxRows } from './outbox-rows';
import type { RegisteredWorkflow } from './registry';

/** The rows of one step, before the case's identity, idempotency and access line are added. */
type Rows = Pick<
  CaseWrite,
  | 'state'
  | 'definitionHash'
  | 'word'
  | 'endedAt'
  | 'event'
  | 'contents'
  | 'duties'
  | 'timers'
  | 'parties'
  | 'outbox'
>;

/** Turns what a step gave into the rows that one statement writes. */
export function assemble(
  workflow: RegisteredWorkflow,
  caseId: string,
  event: CaseEvent,
  accepted: Accepted,
  copies: Copies,
): Rows {
  const { state } = accepted;
  const { word, endedAt } = workflow.definition.summary(state);
  const row = eventRow(caseId, event, accepted, copies);
  return {
    state,
    definitionHash: workflow.hash,
    word,
    endedAt,
    event: row,
    contents: copies.rows,
    duties: dutyRows(accepted, event.seq),
    timers: timerRows(workflow, accepted),
    parties: partyRows(workflow, event, accepted),
    outbox: outboxRows(workflow, caseId, row, accepted),
  };
}

/** Effects by which content is handed out. */
export function disclosures(effects: readonly OutwardEffect[]): DiscloseEffect[] {
  return effects.filter((effect) => effect.type === 'disclose');
}

function eventRow(caseId: string, event: CaseEvent, accepted: Accepted, copies: Copies): EventRow {
  const { seq, type, occurredAt, recordedAt, payload, given } = event;
  const line = {
    seq,
    type,
    machine: event.machine ?? null,
    occurredAt,
    recordedAt,
    actor: { ...event.actor },
    payload,
    given,
    digests: digestsOf(copies.rows),
    results: { ...resultsOf(accepted), ...handedOut(copies) },
  };
  return { ...line, hash: sha256(canonicalJson({ caseId, ...line })) };
}

/** What no other row keeps. Who has taken a duty is told by the event itself. */
function resultsOf({ effects, moved, touched }: Accepted): EventResults {
  const facts = ({ unit, since, due }: OpenDuty) => ({ unit, since, due });
  return {
    told: disclosures(effects).map(({ entry, units }) => ({ entry, units })),
    moved: moved
      .map(({ before, after }) => ({
        duty: after.id,
        before: facts(before),
        after: facts(after),
      }))
      .filter(({ before, after }) => !isDeepStrictEqual(before, after)),
    machines: touched,
  };
}

/** To whom content went and to whom it did not: it stays in the log when the copies are erased. */
function handedOut({ sent, kept }: Copies): Pick<EventResults, 'disclosed' | 'withheld'> {
  const disclosed = sent.map(({ entry, controller, basis, assumed, source }) => ({
    ...{ entry, controller, basis: basis ?? '' },
    ...(assumed ? { assumed: true as const } : {}),
    ...(source === null ? {} : { source }),
  }));
  const withheld = kept.map(({ entry, controller, why, rule }) => ({
    ...{ entry, controller, why: why ?? '', rule: rule ?? '' },
  }));
  return {
    ...(disclosed.length === 0 ? {} : { disclosed }),
    ...(withheld.length === 0 ? {} : { withheld }),
  };
}

/** Final rows of every duty the step touched: opened, moved or closed, each once. */
export function dutyRows({ opened, moved, closed }: Accepted, seq: number): DutyRow[] {
  const rows = new Map<string, DutyRow>();
  for (const duty of opened) rows.set(duty.id, openRow(duty));
  for (const { after } of moved) rows.set(after.id, openRow(after));
  for (const duty of closed) rows.set(duty.id, closedRow(duty, seq));
  return [...rows.values()];
}

function openRow(duty: OpenDuty): DutyRow {
  const { id, key, machine, unit, person, since, due } = duty;
  const openedSeq = Number(id.slice(id.lastIndexOf('.') + 1));
  const open = { closedSeq: null, closedAt: null, outcome: null };
  return { id, key, machine, unit, person: person ?? null, since, due, openedSeq, ...open };
}

function closedRow(duty: ClosedDuty, seq: number): DutyRow {
  const { closedAt, outcome } = duty;
  return { ...openRow(duty), closedSeq: seq, closedAt, outcome };
}

/** The next timer of each duty that is still open and was touched. */
function timerRows({ definition }: RegisteredWorkflow, accepted: Accepted): TimerRow[] {
  const { state, opened, moved } = accepted;
  const touched = new Set([...opened, ...moved.map(({ after }) => after)].map(({ id }) => id));
  return state.duties
    .filter(({ id }) => touched.has(id))
    .flatMap((duty) => {
      const kind = state.machines[duty.machine]?.kind ?? '';
      const declaration = definitionOf(definition, kind).duties[duty.key];
      const timer = declaration && nextTimer(duty, declaration);
      return timer ? [timer] : [];
    });
}

/** A unit is a party once per handover; of the main machine it is one without a handover. */
export function partyRows(
  { definition }: RegisteredWorkflow,
  { recordedAt }: CaseEvent,
  { joined, left }: Accepted,
): PartyRow[] {
  const row = ({ unit, kind, machine }: JoinedParty, until: Instant | null): PartyRow => ({
    unit,
    handover: machine === definition.main ? null : machine,
    kind,
    since: recordedAt,
    until,
  });
  return [
    ...joined.map((party) => row(party, null)),
    ...left.map((party) => row(party, recordedAt)),
  ];
}
