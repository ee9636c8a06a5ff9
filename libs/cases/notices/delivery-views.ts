import type { Text } from '@hemgang/kernel';
import type { StoredDelivery } from '@hemgang/store';
import type { Told } from '../case-type';
import { personView, unitView } from '../names';
import type { DeliveryView } from './notice-views';

/**
 * What left because of a case, as the reader may see it: people by name at her own unit alone, and
 * nothing of other units for whoever is not shown how the case goes.
 */
export function deliveryViews(
  { directory, reader, mask }: Told,
  stored: readonly StoredDelivery[],
  titleOf: (kind: string) => Text | null,
): readonly DeliveryView[] {
  return stored
    .filter(({ unit }) => unit === reader.unit || mask.has('process'))
    .map(({ id, unit, staff, kind, channel, acute, status, trail }) => ({
      ...{ id: String(id), unit: unitView(directory, unit), channel, acute, status, trail },
      person: unit === reader.unit ? personView(directory, staff) : null,
      title: kind === null ? null : (titleOf(kind)?.[reader.language] ?? null),
    }));
}
