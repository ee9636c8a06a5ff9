import type { Directory } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import type { DeliveryStore, HandledNotice, NoticeWishStore, OutboxStore } from '@hemgang/store';
import { planDeliveries, everybodyAt } from './plan';

export interface NotifierResources {
  readonly outbox: OutboxStore;
  readonly deliveries: DeliveryStore;
  readonly wishes: NoticeWishStore;
  directory(): Directory;
}

/** Turns rows of the outbox into notices, and decides whom each of them reaches outside. */
export class Notifier {
  constructor(private readonly on: NotifierResources) {}

  /**
   * Stores notices and what leaves because of them in one statement. Whom they reach is asked at this
   * moment, outside of any case (record 27); repeats find nothing to do.
   * @throws DatabaseUnavailable
   */
  async tell(outboxIds: readonly number[], now: Instant): Promise<readonly HandledNotice[]> {
    const { outbox, deliveries } = this.on;
    const told = await deliveries.toTell(outboxIds);
    const directory = this.on.directory();
    const units = [...new Set(told.map(({ unit }) => unit))];
    const staff = new Set(units.flatMap((unit) => everybodyAt(directory, unit)));
    const wishes = staff.size === 0 ? [] : await this.on.wishes.of([...staff]);
    return outbox.handleNotices(outboxIds, now, planDeliveries({ told, directory, wishes, now }));
  }
}
