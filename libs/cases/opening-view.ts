import { openingOf, type Directory, type Reads, type Unit } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import type { OpeningView, ReadsView } from './case-view';

/** Whether the unit is open, and who reads now and from the next opening or closing on. */
export function openingView(directory: Directory, unit: Unit, now: Instant): OpeningView {
  const { isOpen, until, isOwn, reads, then } = openingOf(directory, unit, now);
  return {
    isOpen,
    until,
    source: isOwn ? 'unit' : 'county',
    reads: readsView(reads, unit),
    then: then && readsView(then, unit),
  };
}

function readsView(reads: Reads, { sensitive }: Unit): ReadsView {
  switch (reads.by) {
    case 'watch':
      return { by: 'watch', watch: sensitive ? null : reads.name, mayDecide: reads.mayDecide };
    case 'nobody':
      return { by: 'nobody', watch: null, mayDecide: null };
    default:
      return { by: reads.by, watch: null, mayDecide: true };
  }
}
