import type { SipContext } from './context';
import type { SipEvent } from './events';

/** What a guard or an update sees: the context after the updates before it, and the event. */
export interface Situation {
  readonly context: SipContext;
  readonly event: SipEvent;
}

/** A pure change of what the SIP remembers. */
export type Update = (situation: Situation) => Partial<SipContext>;

/** Updates by the names that the regions use. */
export type Updates = Readonly<Record<string, Update>>;
