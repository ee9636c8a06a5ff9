import type { Instant } from '@hemgang/kernel';
import type { DeliveryStatus, Channel } from '../delivery-store';
import type { Queryable, Statement } from '../statement';
import { actedOn, trailOf } from './trail';

export interface StoredTrailEvent {
  readonly kind: 'queued' | 'sent' | 'delivered' | 'opened' | 'acted' | 'failed';
  readonly at: Instant;
  readonly reason: string | null;
}

/** What left the application because of a case, to whom, and what became of it. */
export interface StoredDelivery {
  readonly id: number;
  readonly unit: string;
  readonly staff: string;
  readonly channel: Channel;
  readonly kind: string | null;
  readonly acute: boolean;
  readonly status: DeliveryStatus;
  readonly sendAt: Instant;
  readonly trail: readonly StoredTrailEvent[];
}

/** The trail goes by when things happened; that somebody acted is the end of the duty it told of. */
const DELIVERIES: Statement<StoredDelivery> = {
  name: 'deliveries-of-case',
  text: `
    select d.id, d.unit, d.staff, d.channel, d.kind, d.acute, d.status, d.send_at as "sendAt",
           ${trailOf(`
             select kind, at, reason, id as position from delivery_events where delivery = d.id
             union all ${actedOn('d')}`)} as trail
    from deliveries d where d.case_id = $1 order by d.id limit $2`,
};

/** A case whose ladders all climbed to the end, with ten people at each unit, has fewer. */
const SHOWN_MAX = 500;

/** What left because of a case, in the order in which it was written. */
export function readDeliveries(
  session: Queryable,
  caseId: string,
): Promise<readonly StoredDelivery[]> {
  return session.run(DELIVERIES, [caseId, SHOWN_MAX]);
}
