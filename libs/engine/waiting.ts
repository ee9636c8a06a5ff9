import {
  addDays,
  formatAge,
  formatDate,
  formatInstant,
  localDate,
  localTime,
  type Instant,
  type Language,
  type Text,
} from '@hemgang/kernel';
import type { CaseState } from './case-state';
import type { DutyDeclaration, OpenDuty } from './duty';
import { EngineFault } from './fault';
import { definitionOf, type WorkflowDefinition } from './workflow';

/** How a unit is named and reached. */
export interface UnitFacts {
  readonly name: string;
  readonly phone: string;
}

/**
 * What a case waits for: the duty that blocks, its owner with phone, and its age.
 * @param now the instant the reader asks
 * @param unit looks up how a unit is named and reached
 * @returns null when nothing is owed
 */
export function waitingFor(
  workflow: WorkflowDefinition,
  state: CaseState,
  now: Instant,
  unit: (id: string) => UnitFacts,
): Text | null {
  const duty = blockingDuty(workflow, state, now);
  if (duty === undefined) return null;
  const { waitsFor } = declarationOf(workflow, state, duty);
  const { name, phone } = unit(duty.unit);
  const age = Date.parse(now) - Date.parse(duty.since);
  return {
    sv: `Väntar på att ${name} (tfn ${phone}) ${waitsFor.sv}. Har väntat ${formatAge(age, 'sv')}${deadline(duty, now).sv}.`,
    en: `Waiting for ${name} (phone ${phone}) to ${waitsFor.en}. Has waited ${formatAge(age, 'en')}${deadline(duty, now).en}.`,
  };
}

/** The open duty that everything waits for: what is overdue first, then what blocks most. */
export function blockingDuty(
  workflow: WorkflowDefinition,
  state: CaseState,
  now: Instant,
): OpenDuty | undefined {
  const rank = (duty: OpenDuty): readonly (number | string)[] => [
    duty.due !== null && duty.due < now ? 0 : 1,
    declarationOf(workflow, state, duty).weight,
    duty.due ?? '9',
    duty.since,
    duty.id,
  ];
  return [...state.duties].sort((a, b) => compare(rank(a), rank(b)))[0];
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const index = a.findIndex((value, i) => value !== b[i]);
  if (index < 0) return 0;
  return (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}

function deadline({ due }: OpenDuty, now: Instant): Text {
  if (due === null) return { sv: '', en: '' };
  const late = Date.parse(now) - Date.parse(due);
  return late > 0
    ? { sv: `, försenat ${formatAge(late, 'sv')}`, en: `, overdue ${formatAge(late, 'en')}` }
    : { sv: `, klart senast ${latest(due, 'sv')}`, en: `, due ${latest(due, 'en')}` };
}

/** The start of a day is the end of the one before: "fre 6/3 24:00", since nobody reads 00:00 so. */
function latest(due: Instant, language: Language): string {
  return localTime(due) === '00:00'
    ? `${formatDate(addDays(localDate(due), -1), language)} 24:00`
    : formatInstant(due, language);
}

function declarationOf(
  workflow: WorkflowDefinition,
  state: CaseState,
  duty: OpenDuty,
): DutyDeclaration {
  const kind = state.machines[duty.machine]?.kind ?? '';
  const declaration = definitionOf(workflow, kind).duties[duty.key];
  if (declaration === undefined) throw new EngineFault(`duty "${duty.key}" is not declared`);
  return declaration;
}
