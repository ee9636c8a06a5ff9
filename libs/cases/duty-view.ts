import { definitionOf, type CaseState, type DutyDeclaration } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import type { Instant, Language } from '@hemgang/kernel';
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

/** A duty as people see it. Overdue is derived: open and past its due time. */
export function dutyView(
  { directory, language, now }: DutyContext,
  { definition, main }: { readonly definition: DutyDeclaration; readonly main: string },
  row: DutyRow,
): DutyView {
  return {
    id: row.id,
    key: row.key,
    rule: definition.rule,
    title: definition.title[language],
    owner: {
      huvudman: directory.huvudmanOf(row.unit)?.name ?? '',
      unit: unitView(directory, row.unit),
      person: personView(directory, row.person),
    },
    openedAt: row.since,
    dueAt: row.due,
    overdue: row.closedAt === null && row.due !== null && row.due < now,
    closedAt: row.closedAt,
    outcome: row.outcome,
    handover: row.machine === main ? null : row.machine,
  };
}

/** The declaration of a stored duty. @throws Error when the version does not have it */
export function declarationIn(
  { definition }: RegisteredWorkflow,
  kind: string,
  key: string,
): DutyDeclaration {
  const declaration = definitionOf(definition, kind).duties[key];
  if (declaration === undefined) throw new Error(`duty "${key}" of "${kind}" is not declared`);
  return declaration;
}

/** The kind of machine a duty belongs to. */
export function kindIn(state: CaseState, machine: string): string {
  return state.machines[machine]?.kind ?? '';
}
