import { readersOf, type Directory, type NoticeAudience } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import type { Channel, NewDelivery, NoticeToTell, NoticeWish, WishedFor } from '@hemgang/store';
import { sendAt } from './rhythm';

export interface Plan {
  readonly told: readonly NoticeToTell[];
  readonly directory: Directory;
  readonly wishes: readonly NoticeWish[];
  readonly now: Instant;
}

/** Everybody who works at a unit and is no program. */
export function everybodyAt(directory: Directory, unit: string): readonly string[] {
  return [...new Set(directory.peopleOf(unit).map(({ staff }) => staff))];
}

/**
 * Whom a notice reaches at that time (`libs/directory/cover`). Where neither the unit nor a watch reads,
 * or nobody is left, it reaches everybody at the unit: no notice is left without a reader.
 */
function reached(directory: Directory, notice: NoticeToTell, now: Instant): readonly string[] {
  const { unit, audience } = notice;
  const readers = readersOf(directory, unit, rungOf(audience), now);
  const isMissed = audience === 'watch' && readers?.by === 'manager';
  const staff = readers === null || isMissed ? [] : readers.staff;
  return staff.length > 0 ? staff : everybodyAt(directory, unit);
}

/**
 * What leaves because of notices: one delivery for each person and channel. Pure. Somebody without
 * an address gets nothing outside, and has the notice in the application like everybody.
 */
export function planDeliveries({ told, directory, wishes, now }: Plan): readonly NewDelivery[] {
  const wishOf = new Map(wishes.map((wish) => [wish.staff, wish]));
  return told.flatMap((notice) => {
    const acute = isAcute(notice);
    return reached(directory, notice, now).flatMap((staff) => {
      const wish = wishOf.get(staff);
      if (wish === undefined) return [];
      return channelsOf(wish, acute).map((channel): NewDelivery => ({
        notice: notice.key,
        staff,
        channel,
        duty: notice.duty,
        kind: notice.kind,
        due: notice.due,
        acute,
        status: notice.isRestored ? 'held' : 'queued',
        sendAt: sendAt(wish, acute, now),
      }));
    });
  });
}

/** What is addressed to no rung of a ladder is for the unit. */
function rungOf(audience: string | null): NoticeAudience {
  return audience === 'watch' || audience === 'manager' || audience === 'sender'
    ? audience
    : 'owner';
}

function isAcute({ audience }: NoticeToTell): boolean {
  return audience === 'watch';
}

function channelsOf({ mail, phone, mailFor, smsFor }: NoticeWish, acute: boolean): Channel[] {
  const isWished = (wished: WishedFor): boolean =>
    wished === 'all' || (acute && wished === 'acute');
  return [
    ...(mail !== null && isWished(mailFor) ? (['mail'] as const) : []),
    ...(phone !== null && isWished(smsFor) ? (['sms'] as const) : []),
  ];
}
