import type { HandoverContext } from './context';
import type { HandoverEvent } from './events';

/** What a guard or an update sees: the context after the updates before it, and the event. */
export interface Situation {
  readonly context: HandoverContext;
  readonly event: HandoverEvent;
}

/** Pure changes of what a handover remembers, by the names that the regions use. */
export type Updates = Readonly<Record<string, (situation: Situation) => Partial<HandoverContext>>>;
