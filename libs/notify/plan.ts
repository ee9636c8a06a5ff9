import type { Directory } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import type { Channel, NewDelivery, NoticeToTell, NoticeWish, WishedFor } from '@hemgang/store';
import { sendAt } from './rhythm';

export interface Plan {
  readonly told: readonly NoticeToTell[];
  readonly directory: Directory;
  readonly wishes: readonly NoticeWish[];
  readonly now: Instant;
}

/** Who at a unit is told what concerns it: everybody who works there and is no program. */
export function readersOf(directory: Directory, unit: string): readonly string[] {
  return [...new Set(directory.peopleOf(unit).map(({ staff }) => staff))];
}

/**
 * What leaves because of notices: one delivery for each person and channel. Pure. Somebody without
 * an address gets nothing outside, and has the notice in the application like everybody.
 */
export function planDeliveries({ told, directory, wishes, now }: Plan): readonly NewDelivery[] {
  const wishOf = new Map(wishes.map((wish) => [wish.staff, wish]));
  return told.flatMap((notice) => {
    const acute = isAcute(notice);
    return readersOf(directory, notice.unit).flatMap((staff) => {
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
