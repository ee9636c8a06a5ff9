import { IN_USE, look, lookedAt, WorkflowRegistry } from '@hemgang/cases';

/**
 * The workflows of the program. The first suite of a run that asks looks at them, as every program
 * does that runs from its source, and leaves its verdict for the others.
 */
export function registryInUse(): WorkflowRegistry {
  const file = process.env['HEMGANG_TEST_LOOKED_AT'];
  if (file === undefined) return new WorkflowRegistry();
  if (lookedAt(file).size === 0) look(IN_USE, file);
  return new WorkflowRegistry(IN_USE, [], lookedAt(file));
}
