import type { Instant } from '@hemgang/kernel';
import type { UnitView } from '../case-view';

/** How the reader wants to be told outside the application. */
export interface NoticeWishesView {
  readonly mail: string | null;
  readonly phone: string | null;
  readonly mailFor: 'all' | 'acute' | 'nothing';
  readonly smsFor: 'all' | 'acute' | 'nothing';
  /** Whole hours at which ordinary notices are gathered; none: at once. */
  readonly digestHours: readonly number[];
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly language: 'sv' | 'en';
}

/** A case that a message was about, for the person who got it. */
export interface ToldCaseView {
  readonly caseId: string;
  /** Path of its type: `discharges`. */
  readonly path: string;
  readonly unit: UnitView;
  /** The assignment in which the reader works there; null: none any more. */
  readonly assignment: string | null;
  /** What is to be done; null: there is something to read. */
  readonly title: string | null;
  readonly duty: string | null;
  readonly isDone: boolean;
}

/** A saved view of the statistics that a message was about: its name stands in the list of views. */
export interface ToldViewView {
  readonly id: string;
  readonly unit: UnitView;
}

/** What a message was about. */
export interface ToldMessage {
  readonly cases: readonly ToldCaseView[];
  readonly views: readonly ToldViewView[];
}

/** What a delivery went through, by when it happened. */
export interface TrailEventView {
  readonly kind: 'queued' | 'sent' | 'delivered' | 'opened' | 'acted' | 'failed';
  readonly at: Instant;
  readonly reason: string | null;
}

/** What left the application because of a case. */
export interface DeliveryView {
  readonly id: string;
  readonly unit: UnitView;
  /** Who it went to, at the reader's own unit; null: somebody at another. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly channel: 'mail' | 'sms';
  readonly title: string | null;
  readonly acute: boolean;
  readonly status: 'queued' | 'sent' | 'failed' | 'held' | 'needless';
  readonly trail: readonly TrailEventView[];
}

/** A delivery for whoever administers: nothing of a case. */
export interface DeliveryLineView {
  readonly id: string;
  readonly unit: UnitView;
  readonly person: { readonly id: string; readonly name: string };
  readonly channel: 'mail' | 'sms';
  readonly title: string | null;
  readonly acute: boolean;
  readonly status: 'queued' | 'sent' | 'failed' | 'held' | 'needless';
  readonly createdAt: Instant;
  readonly sendAt: Instant;
  readonly lastAt: Instant | null;
  readonly reason: string | null;
}
