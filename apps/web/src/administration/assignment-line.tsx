import type { StaffAssignment } from '../api/types';
import { fill, useLanguage } from '../language';
import { formatDay } from '../time';
import { roleWords } from '../words';
import { stateWords, useAdminTexts } from './texts';

/** An instant just before which something ends, as its last day. */
const BEFORE_MS = 1;

/** An assignment in words: how it stands, where, as what, and until when. */
export function AssignmentLine({ assignment }: { readonly assignment: StaffAssignment }) {
  const t = useAdminTexts();
  const { language } = useLanguage();
  const { state, unit, roles, from, until, standIn, confirmBy, locksAt } = assignment;
  const isOpen = state === 'in-force' || state === 'locked';
  const more = [
    roles.map((role) => roleWords[role]?.[language] ?? role).join(', '),
    state === 'coming' && from !== null && fill(t.fromDay, { day: formatDay(from) }),
    until !== null && fill(t.untilDay, { day: formatDay(Date.parse(until) - BEFORE_MS) }),
    standIn !== null && fill(t.isStandIn, { why: standIn }),
    isOpen && confirmBy !== null && fill(t.confirmBy, { day: formatDay(confirmBy) }),
    isOpen && confirmBy === null && standIn === null && t.neverConfirmed,
    state === 'in-force' && locksAt !== null && fill(t.locksAt, { day: formatDay(locksAt) }),
  ];
  return (
    <>
      <span className="state">{stateWords[state]?.[language]}</span> <strong>{unit.name}</strong>
      <br />
      <span className="hint">{more.filter((word) => word !== false).join(' · ')}</span>
    </>
  );
}
