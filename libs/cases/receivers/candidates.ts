import { canReceiveHandover, openingOf, type Directory, type Unit } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import type { Candidate, CandidateOpening, Candidates } from './known-facts';

/** Every unit of the directory that a patient can be handed over to, also those that have closed. */
export function candidatesOf(directory: Directory, now: Instant): Candidates {
  const receiving = directory.rows.units.filter(({ kind }) => canReceiveHandover(kind));
  return new Map(receiving.map((unit) => [unit.id, candidateOf(directory, unit, now)]));
}

function candidateOf(directory: Directory, unit: Unit, now: Instant): Candidate {
  const { id, name, kind, municipality, closedInto, external } = unit;
  const isOutside = external !== null;
  const hasHours = !isOutside && closedInto === null;
  return {
    ...{ id, name, kind, municipality, closedInto, isOutside },
    hasStaff: directory.peopleOf(id).length > 0,
    opening: hasHours ? openingFor(directory, unit, now) : null,
  };
}

/** While it is open the next who reads is asked for, else who reads now. */
function openingFor(directory: Directory, unit: Unit, now: Instant): CandidateOpening {
  const { isOpen, until, reads, then } = openingOf(directory, unit, now);
  const closed = isOpen ? then : reads;
  return { isOpen, until, isCoveredClosed: closed?.by === 'watch' && closed.mayDecide };
}
