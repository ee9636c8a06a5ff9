import type { Answer } from '../api/answer';
import { answerOf, api } from '../api/client';
import type {
  CasePath,
  Delivery,
  DeliveryLine,
  Notice,
  NoticeWishes,
  Page,
  ToldCase,
  ToldView,
} from '../api/types';

/** A page of what the reader's unit was told, the latest first; noted as a list. */
export function readNotices(cursor: string | null, limit: number): Promise<Answer<Page<Notice>>> {
  const query = { limit, ...(cursor && { cursor }) };
  return answerOf(api.GET('/api/v1/notices', { params: { query } }));
}

export function readWishes(): Promise<Answer<NoticeWishes>> {
  return answerOf(api.GET('/api/v1/notice-wishes'));
}

export function saveWishes(body: NoticeWishes): Promise<Answer<NoticeWishes>> {
  return answerOf(api.POST('/api/v1/notice-wishes', { body }));
}

type ToldMessage = Page<ToldCase> & { readonly views: readonly ToldView[] };

/** What a message was about; it counts as opened. */
export function openMessage(id: string): Promise<Answer<ToldMessage>> {
  return answerOf(
    api.POST('/api/v1/notice-messages/{id}/open', { params: { path: { id } }, body: {} }),
  );
}

export type DeliveryStatus = DeliveryLine['status'];

export function readDeliveries(
  status: DeliveryStatus | null,
  cursor: string | null,
): Promise<Answer<Page<DeliveryLine>>> {
  const query = { ...(status && { status }), ...(cursor && { cursor }) };
  return answerOf(api.GET('/api/v1/deliveries', { params: { query } }));
}

export function redeliver(ids: string[]): Promise<Answer<unknown>> {
  return answerOf(api.POST('/api/v1/deliveries/redeliver', { body: { ids } }));
}

type DeliveriesOf = (id: string) => Promise<Answer<Page<Delivery>>>;

const DELIVERIES_OF: Readonly<Record<CasePath, DeliveriesOf>> = {
  discharges: (id) =>
    answerOf(api.GET('/api/v1/discharges/{id}/deliveries', { params: { path: { id } } })),
  sips: (id) => answerOf(api.GET('/api/v1/sips/{id}/deliveries', { params: { path: { id } } })),
  settlements: (id) =>
    answerOf(api.GET('/api/v1/settlements/{id}/deliveries', { params: { path: { id } } })),
  avvikelser: (id) =>
    answerOf(api.GET('/api/v1/avvikelser/{id}/deliveries', { params: { path: { id } } })),
};

/** Who was told of a case outside the application; noted in the access log. */
export function readDeliveriesOf(path: CasePath, id: string): Promise<Answer<Page<Delivery>>> {
  return DELIVERIES_OF[path](id);
}
