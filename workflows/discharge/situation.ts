import type { DischargeContext } from './context';
import type { DischargeEvent } from './events';

/** What a guard or an update sees: the context after the updates before it, and the event. */
export interface Situation {
  readonly context: DischargeContext;
  readonly event: DischargeEvent;
}

/** A pure change of what the stay remembers. */
export type Update = (situation: Situation) => Partial<DischargeContext>;

/** Updates by the names that the regions use. */
export type Updates = Readonly<Record<string, Update>>;
