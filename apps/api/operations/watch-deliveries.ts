import type { Service } from '@hemgang/cases';
import { SECOND_MS } from '@hemgang/kernel';
import type { Metrics } from '@hemgang/observability';
import { atOnce } from './at-once';

/** What is to be seen from outside of what leaves as e-mail and SMS. */
export function watchDeliveries(metrics: Metrics, { notify, clock }: Service): void {
  const backlog = atOnce(() => notify.deliveries.backlog(clock.now()));
  const gauge = (name: string, help: string, read: (of: Backlog) => number): void =>
    metrics.gauge(`hemgang_deliveries_${name}`, help, async () => read(await backlog()));
  gauge('queued', 'E-mails and SMS that wait, digests too.', (of) => of.queued);
  gauge('sent', 'E-mails and SMS that have left in the last 24 hours.', (of) => of.sent);
  gauge('failed', 'E-mails and SMS that will not leave; look at them.', (of) => of.failed);
  gauge('held', 'E-mails and SMS held because the database was restored.', (of) => of.held);
  gauge(
    'oldest_due_seconds',
    'For how long the oldest e-mail or SMS should have left; 0: none waits.',
    ({ oldestDueAt }) =>
      oldestDueAt === null
        ? 0
        : Math.max(0, Date.parse(clock.now()) - Date.parse(oldestDueAt)) / SECOND_MS,
  );
}

type Backlog = Awaited<ReturnType<Service['notify']['deliveries']['backlog']>>;
