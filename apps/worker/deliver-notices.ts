import type { OutboxStore } from '@hemgang/cases';
import type { Clock } from '@hemgang/kernel';
import type { HandlerFor } from '@hemgang/queue';

/**
 * Puts notices into the units' inboxes. Repeatable: a row that is handled is gone, and its key in
 * the inbox is unique.
 * @param afterwards called when rows were handled: later rows of the same case and receiver may go
 */
export function deliverNotices(
  outbox: OutboxStore,
  clock: Clock,
  afterwards: () => void,
): HandlerFor<'deliver-notices'> {
  return {
    name: 'deliver-notices',
    async handle({ outboxIds }) {
      await outbox.handleNotices(outboxIds, clock.now());
      afterwards();
    },
    async onExhausted({ payload }, errorName) {
      if (payload !== null) await outbox.park(payload.outboxIds, errorName, clock.now());
      afterwards();
    },
  };
}
