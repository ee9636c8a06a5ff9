import type { ClaimedRow, Service } from '@hemgang/cases';
import type { Clock } from '@hemgang/kernel';
import type { Notify } from '@hemgang/notify';
import type { HandlerFor, JobHandler } from '@hemgang/queue';

/**
 * A handler for every kind of outbox row. What each does is repeatable, since a job may run twice:
 * a row that is handled is gone, and its effect has a unique key. A row whose work keeps failing is
 * parked where people see it.
 * @param afterwards called when rows were handled: later rows of the same case and receiver may go
 */
export function outboxHandlers(
  {
    outbox,
    notify,
    linkedFacts,
    incidentDrafts,
    clock,
  }: Pick<Service, 'outbox' | 'linkedFacts' | 'incidentDrafts'> & {
    readonly notify: { readonly notifier: Pick<Notify['notifier'], 'tell'> };
    readonly clock: Clock;
  },
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
      const ids = payload?.outboxIds ?? [];
      const park = (id: number) => outbox.park([id], errorName, clock.now());
      // Rows that failed together are tried alone: one must not take the others with it.
      for (const id of ids) await (ids.length === 1 ? park(id) : work([id]).catch(() => park(id)));
      afterwards();
    },
  });
  return [
    handler('deliver-notices', (ids) => notify.notifier.tell(ids, clock.now())),
    handler('tell-case', (ids) => linkedFacts.tell(ids)),
    handler('draft-incident', (ids) => incidentDrafts.draft(ids, clock.now())),
  ];
}
