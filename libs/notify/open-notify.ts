import type { Directory } from '@hemgang/directory';
import type { Clock, Text } from '@hemgang/kernel';
import {
  DeliveryStore,
  LinkKeyStore,
  NoticeWishStore,
  type Database,
  type OutboxStore,
} from '@hemgang/store';
import type { Channel } from './channel';
import type { InvitationSource } from './invitation';
import { Notifier } from './notifier';
import { Postman, type PostNote } from './postman';
import { StatusReports } from './status-reports';
import { StatusTokens } from './status-tokens';

export interface NotifyGround {
  /** As the third role: what leaves is no reader's. */
  readonly database: Database;
  readonly outbox: OutboxStore;
  readonly clock: Clock;
  directory(): Directory;
  /** What a kind of duty is called; null: no process has it. */
  titleOf(kind: string): Text | null;
  readonly invitations: InvitationSource;
}

/** What a process that sends must know. */
export interface PostSettings {
  readonly channels: readonly Channel[];
  /** Where browsers reach us. */
  readonly publicUrl: string;
  note(event: PostNote): void;
}

/** How notices find people outside the application. */
export interface Notify {
  readonly notifier: Notifier;
  readonly deliveries: DeliveryStore;
  readonly wishes: NoticeWishStore;
  /** How a provider tells what became of a message. */
  readonly statusTokens: StatusTokens;
  readonly statusReports: StatusReports;
  postman(settings: PostSettings): Postman;
}

/** Puts together all by which notices find people. Opens no connection. */
export function openNotify(ground: NotifyGround): Notify {
  const deliveries = new DeliveryStore(ground.database);
  const wishes = new NoticeWishStore(ground.database);
  const linkKeys = new LinkKeyStore(ground.database);
  const statusTokens = new StatusTokens(() => linkKeys.load());
  return {
    notifier: new Notifier({ ...ground, deliveries, wishes }),
    deliveries,
    wishes,
    statusTokens,
    statusReports: new StatusReports(deliveries, statusTokens, ground.clock),
    postman: (settings) => new Postman({ ...ground, ...settings, deliveries, wishes }),
  };
}
