import { judgeAccess, readerOf } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import type { Clock, Instant } from '@hemgang/kernel';
import { channelsOf, sendAt } from '@hemgang/notify';
import {
  NoticeWishStore,
  SavedViewStore,
  type Database,
  type DeliveredView,
  type DueView,
  type NoticeWish,
} from '@hemgang/store';
import { deliveredAt, latestDay, nextDay } from './delivery-days';

/** Views that one round tells of. */
const ROUND_MAX = 100;

interface ViewDeliveriesResources {
  readonly works: Database;
  readonly clock: Clock;
  directory(): Directory;
}

/**
 * Tells owners of saved views of the statistics that their day has come (record 45). The rows are the
 * truth: what was missed is told once afterwards, of several missed days the last. No figure is read here
 * and none leaves; whoever may not see the statistics at that moment is told nothing.
 */
export class ViewDeliveries {
  private readonly views: SavedViewStore;
  private readonly wishes: NoticeWishStore;

  constructor(private readonly on: ViewDeliveriesResources) {
    this.views = new SavedViewStore(on.works);
    this.wishes = new NoticeWishStore(on.works);
  }

  /**
   * Tells of what is due. Side by side in several workers it tells once.
   * @returns whether there may be more at once
   * @throws DatabaseUnavailable
   */
  async round(): Promise<boolean> {
    const now = this.on.clock.now();
    const due = await this.views.due(now, ROUND_MAX);
    if (due.length === 0) return false;
    const wishes = await this.wishes.of([...new Set(due.map(({ staff }) => staff))]);
    const wishOf = new Map(wishes.map((wish) => [wish.staff, wish]));
    const told = due.map((view) => this.toTell(view, wishOf.get(view.staff), now));
    await this.views.deliver(told, now);
    return due.length === ROUND_MAX;
  }

  private toTell(view: DueView, wish: NoticeWish | undefined, now: Instant): DeliveredView {
    const { id, every, nextAt: was } = view;
    const hasMail = wish !== undefined && channelsOf(wish, false).includes('mail');
    return {
      ...{ id, was, isTold: this.maySee(view) },
      nextAt: deliveredAt(nextDay(every, now)),
      day: latestDay(every, now),
      mailAt: hasMail ? sendAt(wish, false, now) : null,
    };
  }

  /** Whether she works at the unit still, in a role that may see the statistics. */
  private maySee({ unit, staff }: DueView): boolean {
    const directory = this.on.directory();
    return directory.assignmentsOf(unit).some((assignment) => {
      const by = assignment.staff === staff ? readerOf(directory, assignment.id, 'sv') : null;
      return (
        by !== null && judgeAccess({ asks: 'operation', operation: 'getFigures', by }).isAllowed
      );
    });
  }
}
