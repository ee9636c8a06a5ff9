import {
  hoursOfUnit,
  isOpenAt,
  readersOf,
  type Directory,
  type NoticeAudience,
} from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import type { Channel, NewDelivery, NoticeToTell, NoticeWish, WishedFor } from '@hemgang/store';
import { heardAt } from './heard-at';
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
function reached(
  directory: Directory,
  unit: string,
  audience: NoticeAudience,
  now: Instant,
): readonly string[] {
  const readers = readersOf(directory, unit, audience, now);
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
  return told.flatMap((notice) =>
    whoIsTold(directory, notice, now).flatMap(({ staff, acute }) => {
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
    }),
  );
}

interface ToldPerson {
  readonly staff: string;
  /** At once, whatever she wishes. */
  readonly acute: boolean;
}

/**
 * Each person once. What lets a duty begin that cannot wait reaches whoever reads now at once, and the
 * others at the unit as what may wait.
 */
function whoIsTold(
  directory: Directory,
  notice: NoticeToTell,
  now: Instant,
): readonly ToldPerson[] {
  if (notice.isQuiet) return [];
  const audience = audienceOf(directory, notice, now);
  const acute = notice.isAcute || audience === 'watch';
  const usual = reached(directory, notice.unit, audience, now);
  if (!beginsAtOnce(directory, notice, now)) return usual.map((staff) => ({ staff, acute }));
  const atOnce = reached(directory, notice.unit, 'watch', now);
  return [
    ...atOnce.map((staff) => ({ staff, acute: true })),
    ...usual.filter((staff) => !atOnce.includes(staff)).map((staff) => ({ staff, acute })),
  ];
}

/** A start that comes while the unit is open is seen there; what is acute never waits. */
function beginsAtOnce(
  directory: Directory,
  { unit, begins, due }: NoticeToTell,
  now: Instant,
): boolean {
  if (begins === null) return false;
  const hours = hoursOfUnit(directory, unit);
  if (begins === 'acute' || hours === null) return begins === 'acute';
  return !isOpenAt(hours, now) && heardAt(now, { urgency: begins, due }, hours) === now;
}

/**
 * To whom at the unit. What is addressed to no rung of a ladder is for the unit. A rung that speaks to a
 * closed unit cannot wait (rungs that may wait do): it is for whoever has the watch.
 */
function audienceOf(
  directory: Directory,
  { unit, audience }: NoticeToTell,
  now: Instant,
): NoticeAudience {
  switch (audience) {
    case 'watch':
    case 'manager':
    case 'sender':
      return audience;
    case 'owner':
      return isClosed(directory, unit, now) ? 'watch' : 'owner';
    default:
      return 'owner';
  }
}

function isClosed(directory: Directory, unit: string, now: Instant): boolean {
  const hours = hoursOfUnit(directory, unit);
  return hours !== null && !isOpenAt(hours, now);
}

/** By what she wants to be told of what is acute, or of what is not. */
export function channelsOf(
  { mail, phone, mailFor, smsFor }: NoticeWish,
  acute: boolean,
): readonly Channel[] {
  const isWished = (wished: WishedFor): boolean =>
    wished === 'all' || (acute && wished === 'acute');
  return [
    ...(mail !== null && isWished(mailFor) ? (['mail'] as const) : []),
    ...(phone !== null && isWished(smsFor) ? (['sms'] as const) : []),
  ];
}
