import type { Directory } from '@hemgang/directory';
import {
  groupBy,
  HOUR_MS,
  MINUTE_MS,
  plusMs,
  SECOND_MS,
  type Clock,
  type Instant,
  type Text,
} from '@hemgang/kernel';
import type { ClaimedDelivery, DeliveryStore, NoticeWish, NoticeWishStore } from '@hemgang/store';
import { allowedWords } from './allowed-words';
import type { Attempt, Channel } from './channel';
import type { Invitation, InvitationSource } from './invitation';
import { mailOf, smsOf } from './message';

/** Persons whose messages go out side by side. */
const TURNS_MAX = 20;

/** Longer than an attempt can last: only a postman who has died leaves a turn behind. */
const LEASE_MS = 2 * MINUTE_MS;

/** Waits of 10, 20, 40 … seconds, at most five minutes: a watch must hear of it once mail is back. */
const FIRST_RETRY_MS = 10 * SECOND_MS;
const RETRY_MS_MAX = 5 * MINUTE_MS;

/** What could not leave for a day is laid aside where people see it; by then others have been told. */
const GIVE_UP_AFTER_MS = 24 * HOUR_MS;

export interface PostmanResources {
  readonly deliveries: DeliveryStore;
  readonly wishes: NoticeWishStore;
  readonly clock: Clock;
  readonly channels: readonly Channel[];
  /** Where browsers reach us. */
  readonly publicUrl: string;
  directory(): Directory;
  /** What a kind of duty is called. */
  titleOf(kind: string): Text | null;
  readonly invitations: InvitationSource;
  /** For the process's log: words and numbers only. */
  note(event: PostNote): void;
}

/** What became of an attempt, for the log. */
export interface PostNote {
  readonly outcome: 'sent' | 'deferred' | 'failed';
  readonly channel: string;
  readonly message: string;
  readonly deliveries: number;
  readonly attempts: number;
  readonly reason: string | null;
}

interface Part extends ClaimedDelivery {
  readonly id: number;
  readonly unit: string;
}

/** A part of a message, with the meeting that it is about. */
interface Told extends Part {
  readonly invitation: Invitation | null;
}

/**
 * Carries messages out of the application: one for everything that waits for a person on a channel.
 * A sweep of its own and no job of the queue: digests wait for hours, a mail server may be away for a
 * day, and what goes together is known only when it goes. The rows are the truth, as the outbox's are.
 */
export class Postman {
  constructor(private readonly on: PostmanResources) {}

  /**
   * Sends what is due.
   * @returns whether there may be more at once
   * @throws DatabaseUnavailable
   */
  async round(): Promise<boolean> {
    const { deliveries, channels, clock } = this.on;
    const now = clock.now();
    const rows = await deliveries.claim({
      limit: TURNS_MAX,
      now,
      until: plusMs(now, LEASE_MS),
      channels: channels.map(({ name }) => name),
    });
    const messages = [...groupBy(rows, ({ message }) => message).values()];
    await Promise.all(messages.map((parts) => this.carry(parts)));
    return messages.length === TURNS_MAX;
  }

  private async carry(claimed: readonly [ClaimedDelivery, ...ClaimedDelivery[]]): Promise<void> {
    const [turn] = claimed;
    const parts = claimed.filter((each): each is Part => each.id !== null);
    const [wish] = await this.on.wishes.of([turn.staff]);
    const needed = await this.withoutNeedless(turn, await this.withMeetings(parts, wish));
    if (needed.length === 0) {
      return this.on.deliveries.endTurn(turn.message, this.on.clock.now());
    }
    await this.settle(turn, needed, await this.attempt(turn, needed, wish));
  }

  /** Meetings go by mail alone, as they are now. */
  private withMeetings(
    parts: readonly Part[],
    wish: NoticeWish | undefined,
  ): Promise<readonly Told[]> {
    const { invitations, publicUrl: origin, clock } = this.on;
    return Promise.all(
      parts.map(async (part) => {
        const { caseId, caseType, seq, entry, unit, staff, channel } = part;
        if (channel !== 'mail' || wish === undefined) return { ...part, invitation: null };
        if (caseId === null || caseType === null || seq === null || entry === null) {
          return { ...part, invitation: null };
        }
        const told = { caseId, caseType, seq, entry, unit, staff };
        const asked = { ...told, language: wish.language, origin, now: clock.now() };
        return { ...part, invitation: await invitations.invitationFor(asked) };
      }),
    );
  }

  /**
   * Whose duty has ended, whose view is not delivered any more, or who has left the unit meanwhile, need not be told. What a calendar must know
   * goes all the same, without a word of the duty.
   */
  private async withoutNeedless(
    { message, staff }: ClaimedDelivery,
    parts: readonly Told[],
  ): Promise<readonly Told[]> {
    const directory = this.on.directory();
    const isNeeded = ({ unit, isDone, invitation }: Told): boolean =>
      (!isDone || invitation !== null) && directory.worksAt(unit, staff);
    const needless = parts.filter((part) => !isNeeded(part)).map(({ id }) => id);
    if (needless.length > 0) await this.on.deliveries.letGo(message, needless);
    return parts
      .filter(isNeeded)
      .map((part) => (part.isDone ? { ...part, kind: null, due: null, acute: false } : part));
  }

  private async attempt(
    { message, channel: name }: ClaimedDelivery,
    parts: readonly Told[],
    wish: NoticeWish | undefined,
  ): Promise<Attempt> {
    const channel = this.on.channels.find((each) => each.name === name);
    const to = name === 'mail' ? wish?.mail : wish?.phone;
    if (wish === undefined || to == null || channel === undefined) {
      return { kind: 'refused', reason: 'NO_ADDRESS' };
    }
    const link = `${this.on.publicUrl}/avisering/${message}`;
    const invitations = eachMeetingOnce(parts);
    const titleOf = (kind: string) => this.on.titleOf(kind);
    const words = allowedWords(parts, link, titleOf, invitations.length);
    const written = (name === 'mail' ? mailOf : smsOf)(words, wish.language);
    return channel.send({ id: message, to, ...written, invitations });
  }

  private async settle(
    turn: ClaimedDelivery,
    parts: readonly Part[],
    attempt: Attempt,
  ): Promise<void> {
    const { deliveries, clock } = this.on;
    const { message, channel, attempts } = turn;
    const now = clock.now();
    const ids = parts.map(({ id }) => id);
    const isOver = attempt.kind === 'deferred' && plusMs(turn.beganAt, GIVE_UP_AFTER_MS) <= now;
    const outcome = attempt.kind === 'refused' || isOver ? 'failed' : attempt.kind;
    const reason = attempt.kind === 'sent' ? null : attempt.reason;
    if (outcome === 'sent') await deliveries.sent(message, ids, now);
    else if (outcome === 'failed') await deliveries.failed(message, ids, now, reason ?? '');
    else await deliveries.deferred(message, retryAt(attempts, now), now, reason ?? '');
    this.on.note({ outcome, channel, message, deliveries: ids.length, attempts, reason });
  }
}

/** Somebody who reads for several units of a meeting, or is told of it twice, has one entry of it. */
function eachMeetingOnce(parts: readonly Told[]): readonly Invitation[] {
  const found = parts.flatMap(({ invitation }) => invitation ?? []);
  return [...new Map(found.map((each) => [each.meeting, each])).values()];
}

function retryAt(attempts: number, now: Instant): Instant {
  return plusMs(now, Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), RETRY_MS_MAX));
}
