import type { Instant } from '@hemgang/kernel';
import type { OpenDuty } from './duty';
import type { CaseEvent, MachineId } from './event';
import type { MachineState } from './case-state';
import { climb } from './ladder';
import { definitionOf, type WorkflowDefinition } from './workflow';

/** The older system that an event was taken over from, `given.source`; undefined: it happened here. */
export function sourceOf({ given }: Pick<CaseEvent, 'given'>): string | undefined {
  return given['source'] as string | undefined;
}

/** The duties of a case that was taken over: what their ladders would have said until now is past. */
export function withPastSteps(
  workflow: WorkflowDefinition,
  machines: Readonly<Record<MachineId, MachineState>>,
  duties: readonly OpenDuty[],
  now: Instant,
): readonly OpenDuty[] {
  return duties.map((duty) => {
    const { kind = '' } = machines[duty.machine] ?? {};
    const declaration = definitionOf(workflow, kind).duties[duty.key];
    return (declaration && climb(duty, declaration, now)?.duty) ?? duty;
  });
}
