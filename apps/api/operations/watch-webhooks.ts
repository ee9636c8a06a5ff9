import type { Service } from '@hemgang/cases';
import { SECOND_MS } from '@hemgang/kernel';
import type { Metrics } from '@hemgang/observability';
import { atOnce } from './at-once';

/** What is to be seen from outside of what is sent to the systems of controllers. */
export function watchWebhooks(metrics: Metrics, { programs, clock }: Service): void {
  const backlog = atOnce(() => programs.webhookStore.backlog());
  const gauge = (name: string, help: string, read: (of: Backlog) => number): void =>
    metrics.gauge(`hemgang_webhooks_${name}`, help, async () => read(await backlog()));
  gauge('waiting', 'Facts that are to be sent to systems of controllers.', (of) => of.waiting);
  gauge('dead', 'Facts that could not be sent and are tried no more.', (of) => of.dead);
  gauge('sent', 'Facts that were sent in the last month.', (of) => of.sent);
  gauge('failed_tries', 'Tries that failed, of facts of the last month.', (of) => of.failed);
  gauge('oldest_seconds', 'Age of the oldest fact that waits.', ({ oldestAt }) =>
    oldestAt === null ? 0 : (Date.parse(clock.now()) - Date.parse(oldestAt)) / SECOND_MS,
  );
}

type Backlog = Awaited<ReturnType<Service['programs']['webhookStore']['backlog']>>;
