import { judgeAccess, OPERATIONS, type OperationName, type Reader } from '@hemgang/access';
import type { WorkflowRegistry } from '../registry';

/** What a person may do beside the cases that she is in; a hint for what a page offers. */
export interface MayView {
  /** Types of case that she may open, by their path: `discharges`. */
  readonly open: readonly string[];
  /** Types of case that she is shown anything of. */
  readonly read: readonly string[];
  /** Operations outside the cases, by their names in the OpenAPI document. */
  readonly operations: readonly OperationName[];
}

/** The policy as one person meets it. Pure: what is offered and what is refused come from one table. */
export class Permissions {
  constructor(private readonly registry: WorkflowRegistry) {}

  /** What the reader may do, whatever case she looks at. */
  of(by: Reader): MayView {
    const types = this.registry.newest.map(({ path, definition }) => ({ path, ...definition }));
    const paths = (found: typeof types) => found.map(({ path }) => path);
    return {
      open: paths(
        types.filter(
          ({ type, open }) => judgeAccess({ asks: 'open', type, by, roles: open.roles }).isAllowed,
        ),
      ),
      read: paths(
        types.filter(({ type }) => {
          const question = { asks: 'read', reading: 'case', type, relation: 'party', by } as const;
          return judgeAccess(question).isAllowed;
        }),
      ),
      operations: OPERATIONS.filter(
        (operation) => judgeAccess({ asks: 'operation', operation, by }).isAllowed,
      ),
    };
  }
}
