import {
  assertMigrates,
  assertNoFaults,
  assertSound,
  structuralHash,
  type KnownVersions,
  type WorkflowDefinition,
  type WorkflowMigration,
} from '@hemgang/engine';
import { avvikelse } from '@workflows/avvikelse';
import { discharge } from '@workflows/discharge';
import { settlement } from '@workflows/settlement';
import { sip } from '@workflows/sip';
import { lookedAt, type LookedAt } from './looked-at';

/** The workflows of this program. */
export const IN_USE: readonly WorkflowDefinition[] = [discharge, sip, settlement, avvikelse];

/** A workflow that has passed the start check, with its fingerprint. */
export interface RegisteredWorkflow {
  readonly definition: WorkflowDefinition;
  /** The path segment of its cases: `discharges`. */
  readonly path: string;
  readonly hash: string;
  /** Every version of its type, the newest first: what a case has lived before may be older. */
  readonly versions: readonly WorkflowDefinition[];
}

/**
 * The workflows this process knows and how cases go over from one version to the next. An old
 * version stays registered as long as a case, open or closed, has lived on it.
 * @throws EngineFault when a workflow or a migration is not sound: the process must not start
 */
export class WorkflowRegistry {
  readonly workflows: readonly RegisteredWorkflow[];

  /** @param sound workflows that need not be looked at again */
  constructor(
    definitions = IN_USE,
    private readonly migrations: readonly WorkflowMigration[] = [],
    sound: LookedAt = lookedAt(),
  ) {
    assertNoFaults('the registry', registryFaults(definitions, migrations));
    this.workflows = definitions.map((definition) => ({
      definition,
      path: definition.plural ?? `${definition.type}s`,
      hash: structuralHash(definition),
      versions: definitions.filter(({ type }) => type === definition.type).sort(newestFirst),
    }));
    const unseen = this.workflows.filter(({ hash }) => !sound.has(hash));
    unseen.forEach(({ definition }) => assertSound(definition));
    migrations.forEach(assertMigrates);
  }

  /** The newest version of each type: what new cases get and the description tells. */
  get newest(): readonly RegisteredWorkflow[] {
    return this.workflows.filter(({ definition, versions }) => versions[0] === definition);
  }

  /** The newest version of the type that a path segment names. */
  byPath(path: string): RegisteredWorkflow | undefined {
    return this.newest.find((workflow) => workflow.path === path);
  }

  /** The path segment of a type of case. @throws Error when this process does not know it */
  pathOf(type: string): string {
    const found = this.newest.find(({ definition }) => definition.type === type);
    if (found === undefined) throw new Error(`workflow ${type} is not here`);
    return found.path;
  }

  /** The version that a stored case runs on. @throws Error when this process does not know it */
  of(type: string, version: number): RegisteredWorkflow {
    const found = this.workflows.find(
      ({ definition }) => definition.type === type && definition.version === version,
    );
    if (found === undefined) throw new Error(`workflow ${type} version ${version} is not here`);
    return found;
  }

  /** The migrations that lead to a version, from each older version that has one. */
  migrationsTo(type: string, version: number): readonly WorkflowMigration[] {
    return this.migrations.filter(({ to }) => to.type === type && to.version === version);
  }

  /** What replaying the log of a case asks for. */
  known(type: string): KnownVersions {
    return {
      version: (version) => this.of(type, version).definition,
      migration: (from, to) => {
        const found = this.migrationsTo(type, to).find((each) => each.from.version === from);
        if (found === undefined) throw new Error(`no migration of ${type} from ${from} to ${to}`);
        return found;
      },
    };
  }
}

function newestFirst(a: WorkflowDefinition, b: WorkflowDefinition): number {
  return b.version - a.version;
}

function registryFaults(
  definitions: readonly WorkflowDefinition[],
  migrations: readonly WorkflowMigration[],
): string[] {
  const names = definitions.map(({ type, version }) => `${type} version ${version}`);
  return [
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `${name} is registered twice`),
    ...migrations
      .flatMap(({ from, to }) => [from, to])
      .filter((definition) => !definitions.includes(definition))
      .map(
        ({ type, version }) => `a migration names ${type} version ${version}, which is not here`,
      ),
  ];
}
