import type { MachineState } from './case-state';
import { activeLeaves } from './nodes';
import { definitionOf, OVER, type WorkflowDefinition } from './workflow';

/** Whether every region of the main machine is over. */
export function isOver(workflow: WorkflowDefinition, main: MachineState | undefined): boolean {
  if (main === undefined) return false;
  const { machine } = definitionOf(workflow, main.kind);
  return activeLeaves(machine, main.value).every((node) => node.tags.includes(OVER));
}
