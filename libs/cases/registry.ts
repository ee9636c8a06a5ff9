import { assertSound, structuralHash, type WorkflowDefinition } from '@hemgang/engine';
import { discharge } from '@workflows/discharge';

/** A workflow that has passed the start check, with its fingerprint. */
export interface RegisteredWorkflow {
  readonly definition: WorkflowDefinition;
  /** The path segment of its cases: `discharges`. */
  readonly path: string;
  readonly hash: string;
}

/**
 * The workflows this process knows. Old versions stay registered until no case runs on them.
 * @throws EngineFault when a workflow is not sound: the process must not start
 */
export class WorkflowRegistry {
  readonly workflows: readonly RegisteredWorkflow[];

  constructor(definitions: readonly WorkflowDefinition[] = [discharge]) {
    this.workflows = definitions.map((definition) => {
      assertSound(definition);
      return { definition, path: `${definition.type}s`, hash: structuralHash(definition) };
    });
  }

  /** The newest version of the type that a path segment names. */
  byPath(path: string): RegisteredWorkflow | undefined {
    return this.newest(this.workflows.filter((workflow) => workflow.path === path));
  }

  /** The version that a stored case runs on. @throws Error when this process does not know it */
  of(type: string, version: number): RegisteredWorkflow {
    const found = this.workflows.find(
      ({ definition }) => definition.type === type && definition.version === version,
    );
    if (found === undefined) throw new Error(`workflow ${type} version ${version} is not here`);
    return found;
  }

  private newest(found: readonly RegisteredWorkflow[]): RegisteredWorkflow | undefined {
    return [...found].sort((a, b) => b.definition.version - a.definition.version)[0];
  }
}
