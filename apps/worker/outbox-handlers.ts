import type { ClaimedRow, Service } from '@hemgang/cases';
import type { HandlerFor, JobHandler } from '@hemgang/queue';

/**
 * A handler for every kind of outbox row. What each does is repeatable, since a job may run twice:
 * a row that is handled is gone, and its effect has a unique key. Rows whose work keeps failing are
 * parked where people see them.
 * @param afterwards called when rows were handled: later rows of the same case and receiver may go
 */
export function outboxHandlers(
  {
    outbox,
    linkedFacts,
    incidentDrafts,
    clock,
  }: Pick<Service, 'outbox' | 'linkedFacts' | 'incidentDrafts' | 'clock'>,
  afterwards: () => void,
): JobHandler[] {
  const handler = <Job extends ClaimedRow['job']>(
    name: Job,
    work: (outboxIds: readonly number[]) => Promise<unknown>,
  ): HandlerFor<Job> => ({
    name,
    async handle({ outboxIds }) {
      await work(outboxIds);
      afterwards();
    },
    async onExhausted({ payload }, errorName) {
      if (payload !== null) await outbox.park(payload.outboxIds, errorName, clock.now());
      afterwards();
    },
  });
  return [
    handler('deliver-notices', (ids) => outbox.handleNotices(ids, clock.now())),
    handler('tell-case', (ids) => linkedFacts.tell(ids)),
    handler('draft-incident', (ids) => incidentDrafts.draft(ids, clock.now())),
  ];
}
