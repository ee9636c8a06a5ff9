import { openingOf, type Directory } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import { dischargeContext } from '@workflows/discharge';
import { isArrival, OPEN_CARE_KINDS, type HandoverWord } from '@workflows/handover';
import type { Told } from '../case-type';
import type { UnitView } from '../case-view';
import type { HandoverView } from './discharge-view';
import { handoverViews } from './handover-view';

/** The fast vårdkontakt of a unit of open care. */
export interface SheetContact {
  readonly name: string;
  /** Her own number; null: that of the unit. */
  readonly phone: string | null;
}

/** A unit that takes over when the patient has left. */
export interface SheetReceiver {
  readonly id: string;
  /** Of the unit: `municipal-social` …; `homecoming` is the help after a korttids. */
  readonly kind: string;
  /** Who answers for the help. */
  readonly unit: UnitView;
  /** Who comes, where another unit carries it out. */
  readonly executor: UnitView | null;
  /** The first visit, or the time with open care; null: not known yet. */
  readonly at: Instant | null;
  /** `arrives`: somebody is there when the patient comes, so no first visit is planned. */
  readonly course: 'awaited' | 'arrives' | 'started' | 'nobody-came';
  /** Open care names one; null: it has not yet, or names none. */
  readonly contact: SheetContact | null;
  readonly isOpenCare: boolean;
}

/** Handovers from which nothing more comes to the patient. */
const GONE: readonly HandoverWord[] = [
  ...(['rejected', 'withdrawn', 'removed', 'struck', 'ended'] as const),
  ...(['nothing-owed', 'stays-on'] as const),
];

const COURSES: Partial<Readonly<Record<HandoverWord, SheetReceiver['course']>>> = {
  'taken-over': 'started',
  'at-korttids': 'started',
  'nobody-came': 'nobody-came',
};

/** Who takes over, as far as the reader may know which units they are. */
export function sheetReceivers(told: Told): SheetReceiver[] {
  const { rows, reader, directory } = told;
  const { destination } = dischargeContext(rows.case.state);
  return handoverViews(rows.case.state, directory, reader)
    .filter(({ word }) => !GONE.some((gone) => gone === word))
    .map((handover) => {
      const { id, kind, unit, executor, plannedStart, contactAt, word } = handover;
      const isOpenCare = OPEN_CARE_KINDS.some((each) => each === kind);
      const at = isOpenCare ? contactAt : plannedStart;
      const isAwaitedThere = kind.startsWith('municipal-') && isArrival(destination);
      const course = COURSES[word as HandoverWord] ?? (isAwaitedThere ? 'arrives' : 'awaited');
      return {
        ...{ id, kind, unit, executor, at, course, isOpenCare },
        contact: contactOf(told, handover),
      };
    });
}

/** By what its unit wrote; by the directory where that was not told to the reader's controller. */
function contactOf(
  { rows, shield }: Told,
  { id, fastVardkontakt }: HandoverView,
): SheetContact | null {
  if (fastVardkontakt === null) return null;
  const words = rows.contents
    .filter(({ machine, body }) => machine === id && typeof body['name'] === 'string')
    .at(-1)?.body;
  if (words !== undefined && shield === null) {
    return { name: words['name'] as string, phone: (words['phone'] as string | undefined) ?? null };
  }
  const { person } = fastVardkontakt;
  return person === null ? null : { name: person.name, phone: null };
}

/** Whether somebody answers at a unit at every hour of the week. */
export function answersAlways(directory: Directory, id: string, now: Instant): boolean {
  const unit = directory.unit(id);
  if (unit === undefined) return false;
  const { isOpen, until } = openingOf(directory, unit, now);
  return isOpen && until === null;
}
