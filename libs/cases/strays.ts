import type { CasesOnDefinition } from '@hemgang/store';
import type { WorkflowRegistry } from './registry';

/** Cases under way whose definition this process does not have. */
export interface StrayCases {
  readonly type: string;
  readonly version: number;
  readonly cases: number;
  /** True when the version is here, but says something else than when the cases were written. */
  readonly isVersionHere: boolean;
}

/**
 * The cases that would stand still or, worse, go on under other rules than those they were written
 * by, because their version or its wording is not registered here.
 */
export function strays(
  registry: Pick<WorkflowRegistry, 'workflows'>,
  inUse: readonly CasesOnDefinition[],
): StrayCases[] {
  return inUse.flatMap(({ type, version, hash, cases }) => {
    const here = registry.workflows.find(
      ({ definition }) => definition.type === type && definition.version === version,
    );
    if (here?.hash === hash) return [];
    return [{ type, version, cases, isVersionHere: here !== undefined }];
  });
}
