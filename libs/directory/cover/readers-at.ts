import type { Instant } from '@hemgang/kernel';
import { insteadOfUnit, presentAt, readsAt, type CoveredUnit, type CoverRows } from './cover-at';

/** To whom at a unit a notice is addressed. */
export type NoticeAudience = 'owner' | 'watch' | 'manager' | 'sender';

/** Whom notices reach. */
export interface Readers {
  /** Each person once. Empty: nobody is there. */
  readonly staff: readonly string[];
  readonly by: 'unit' | 'watch' | 'manager' | 'nobody';
  /** Whether it fell to others than it was addressed to. */
  readonly instead: boolean;
}

/**
 * Whom a notice to one unit reaches at that time; whoever is away is left out. Its owner and its sender
 * are everybody at the unit, open or not, since what is ordinary waits for the morning. The watch is
 * whoever reads at the time. Where nobody is left it falls to the watch, then to managers. Pure.
 */
export function readersAt(
  rows: CoverRows,
  unit: CoveredUnit,
  audience: NoticeAudience,
  at: Instant,
): Readers {
  if (audience === 'watch') {
    const { by, staff } = readsAt(rows, unit, at);
    return { by, staff, instead: by === 'manager' || by === 'nobody' };
  }
  const isManager = audience === 'manager';
  const people = isManager ? unit.people.filter((each) => each.isManager) : unit.people;
  const staff = presentAt(rows, { people }, at);
  if (staff.length > 0) return { by: isManager ? 'manager' : 'unit', staff, instead: false };
  const others = isManager ? readsAt(rows, unit, at) : insteadOfUnit(rows, unit, at, 'all-away');
  return { by: others.by, staff: others.staff, instead: true };
}

/** The same for notices of several units at once: whoever reads for many of them is named once. */
export function readersOfAll(
  rows: CoverRows,
  units: readonly CoveredUnit[],
  audience: NoticeAudience,
  at: Instant,
): readonly string[] {
  return [...new Set(units.flatMap((unit) => readersAt(rows, unit, audience, at).staff))];
}
