import { judgeAccess, type Reader } from '@hemgang/access';
import type { Refusal } from '@hemgang/kernel';
import type { DeliveryLine, DeliveryStatus } from '@hemgang/store';
import type { Page } from '../case-view';
import { personView, unitView } from '../names';
import { SAVED_VIEW } from '../saved-views/saved-views';
import { refusedAndNoted, type MyNoticesResources } from './my-notices';
import type { DeliveryLineView } from './notice-views';

export interface DeliverySearchWish {
  readonly status: DeliveryStatus | null;
  readonly before: number | null;
  readonly limit: number;
}

/** What became of what left, for administrators of a controller: its own units, and nothing of a case. */
export class Deliveries {
  constructor(private readonly on: MyNoticesResources) {}

  /** The latest first. */
  async search(
    reader: Reader,
    { status, before, limit }: DeliverySearchWish,
  ): Promise<Page<DeliveryLineView> | Refusal> {
    if (!mayAdminister(reader)) return this.refused(reader, 'list-deliveries');
    const units = this.unitsOf(reader);
    const asked = { units, status, before, limit: limit + 1 };
    const rows = await this.on.notify.deliveries.search(asked);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => this.viewOf(row, reader)),
      next: rows.length > limit && last !== undefined ? String(last.id) : null,
    };
  }

  /** Puts what failed or is held back in line; what is another controller's is left alone. */
  async redeliver(reader: Reader, ids: readonly number[]): Promise<{ ids: string[] } | Refusal> {
    if (!mayAdminister(reader)) return this.refused(reader, 'redeliver');
    const { deliveries } = this.on.notify;
    const units = this.unitsOf(reader);
    const again = await deliveries.redeliver(ids, units, this.on.clock.now());
    return { ids: again.map(String) };
  }

  private refused(reader: Reader, action: string): Promise<Refusal> {
    return refusedAndNoted(this.on, reader, action, { code: 'ROLE_NOT_ALLOWED' });
  }

  private unitsOf({ controller }: Reader): readonly string[] {
    const { units } = this.on.directory().rows;
    return units.flatMap((unit) => (unit.controller === controller ? [unit.id] : []));
  }

  private viewOf(row: DeliveryLine, { language }: Reader): DeliveryLineView {
    const directory = this.on.directory();
    const { id, unit, staff, kind, isView, ...rest } = row;
    const title = kind === null ? null : this.on.titleOf(kind);
    return {
      ...rest,
      id: String(id),
      unit: unitView(directory, unit),
      person: personView(directory, staff) ?? { id: staff, name: staff },
      title: (isView ? SAVED_VIEW : title)?.[language] ?? null,
    };
  }
}

function mayAdminister(reader: Reader): boolean {
  return judgeAccess({ asks: 'operation', operation: 'listDeliveries', by: reader }).isAllowed;
}
