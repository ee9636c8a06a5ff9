import type { Directory } from '@hemgang/directory';
import type { Clock } from '@hemgang/kernel';
import type { Database } from '@hemgang/store';
import type { WorkflowRegistry } from './registry';
import type { StartLinkSigner } from './start-link';

/** What the views stand on. */
export interface ViewResources {
  readonly registry: WorkflowRegistry;
  /** In the reader's own context: shows what the reader's unit may see, whatever is asked. */
  readonly reads: Database;
  /** For an operator, who is nobody's reader. */
  readonly works: Database;
  readonly clock: Clock;
  readonly signer: StartLinkSigner;
  directory(): Directory;
}
