import type { DutyDeclaration } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import { remembered, type Instant, type Language } from '@hemgang/kernel';
import type { DutyRow } from '@hemgang/store';
import type { DutyView } from './case-view';
import { personView, unitView } from './names';
import type { RegisteredWorkflow } from './registry';

/** What a duty looks like is the same in a case and in a worklist. */
export interface DutyContext {
  readonly directory: Directory;
  readonly language: Language;
  readonly now: Instant;
}

/**
 * A duty as people see it. Overdue is derived: open and past its due time.
 * @param text the words of a commitment, as far as the reader was told them
 */
export function dutyView(
  { directory, language, now }: DutyContext,
  workflow: RegisteredWorkflow,
  row: DutyRow,
  text: string | null,
): DutyView {
  const { rule, title } = declarationIn(workflow, row.key);
  return {
    id: row.id,
    key: row.key,
    rule,
    title: title[language],
    owner: {
      huvudman: directory.huvudmanOf(row.unit)?.name ?? '',
      unit: unitView(directory, row.unit),
      person: isMissing(directory, row) ? null : personView(directory, row.person),
    },
    text,
    openedAt: row.since,
    dueAt: row.due,
    overdue: row.closedAt === null && row.due !== null && row.due < now,
    closedAt: row.closedAt,
    outcome: row.outcome,
    handover: row.machine === workflow.definition.main ? null : row.machine,
  };
}

/** Whoever had taken the duty and no longer works there does not have it: it is the unit's. */
function isMissing(directory: Directory, { unit, person, closedAt }: DutyRow): boolean {
  return closedAt === null && person !== null && !directory.worksAt(unit, person);
}

/**
 * What a stored duty is, by key: the same key means the same duty in every machine. A duty that
 * ended on an older version may have a key that the present one no longer has.
 */
export function declarationIn(workflow: RegisteredWorkflow, key: string): DutyDeclaration {
  const found = declarationsOf(workflow).get(key);
  if (found === undefined) {
    throw new Error(`duty "${key}" of ${workflow.definition.type} is not declared`);
  }
  return found;
}

const declarationsOf = remembered(({ definition, versions }: RegisteredWorkflow) => {
  const machines = [definition, ...versions].flatMap((version) => version.machines);
  // The newest first: what an older version says counts only where the present one says nothing.
  return new Map(machines.flatMap(({ duties }) => Object.entries(duties)).reverse());
});
