import { overlayCommands } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import type { Text } from '@hemgang/kernel';
import type { DutyRow, EventRow } from '@hemgang/store';
import type { EventView } from './case-view';
import { declarationIn } from './duty-view';
import { personView, unitView } from './names';
import type { Reader } from './reader';
import type { RegisteredWorkflow } from './registry';

const REMINDER: Text = { sv: 'Påminnelse', en: 'Reminder' };

/** What the timeline is told from. */
export interface Told {
  readonly workflow: RegisteredWorkflow;
  readonly duties: readonly DutyRow[];
  readonly directory: Directory;
  readonly reader: Reader;
}

/** An event as people read it: what happened, who did it, which duties it opened and ended. */
export function eventView(told: Told, row: EventRow): EventView {
  const { duties, directory, workflow, reader } = told;
  const { seq, type, occurredAt, recordedAt } = row;
  const title = (duty: DutyRow) => dutyTitle(told, duty);
  return {
    seq,
    type,
    title: titleOf(workflow, type)[reader.language],
    occurredAt,
    recordedAt,
    actor: actorView(directory, row.actor),
    handover: row.machine === workflow.definition.main ? null : row.machine,
    facts: row.payload,
    opened: duties
      .filter(({ openedSeq }) => openedSeq === seq)
      .map((duty) => ({ id: duty.id, title: title(duty) })),
    closed: duties.flatMap((duty) =>
      duty.closedSeq === seq && duty.outcome !== null
        ? [{ id: duty.id, title: title(duty), outcome: duty.outcome }]
        : [],
    ),
  };
}

function dutyTitle({ workflow, reader }: Told, { key }: DutyRow): string {
  return declarationIn(workflow, key).title[reader.language];
}

function titleOf({ definition }: RegisteredWorkflow, type: string): Text {
  const told = [definition.open, ...definition.commands, ...overlayCommands, ...definition.facts];
  return told.find(({ name }) => name === type)?.label ?? REMINDER;
}

function actorView(directory: Directory, actor: EventRow['actor']): EventView['actor'] {
  const { system, person, unit } = actor as { system?: string; person?: string; unit?: string };
  return {
    system: system ?? null,
    person: personView(directory, person ?? null),
    unit: unit === undefined ? null : unitView(directory, unit),
  };
}
