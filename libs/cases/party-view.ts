import type { CaseState } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import type { CaseViewRows, DutyRow, PartyRow } from '@hemgang/store';
import { dischargeContext } from '@workflows/discharge';
import type { PartyView } from './case-view';
import { unitView } from './names';

/** Key of the duty that a kvittens fulfils. */
const KVITTENS = 'kvittens';

/** What a party's line is told from. */
type PartyRows = Pick<CaseViewRows, 'case' | 'duties' | 'seen'>;

/** The ward that has the patient is `ward`; one that had her is named after its unit. */
function wardId(state: CaseState, unit: string): string {
  return unit === dischargeContext(state).unit ? 'ward' : `ward-${unit}`;
}

/** A party as every reader of the case sees it. */
export function partyView(
  { case: { state }, duties, seen }: PartyRows,
  party: PartyRow,
  directory: Directory,
): PartyView {
  return {
    id: party.handover ?? wardId(state, party.unit),
    huvudman: directory.huvudmanOf(party.unit)?.name ?? '',
    unit: unitView(directory, party.unit),
    kind: party.kind,
    since: party.since,
    seenAt: seen[party.unit] ?? null,
    acknowledgedAt: acknowledgedAt(duties, party.handover),
  };
}

/** When the last kvittens left nothing unacknowledged; null while one is owed. */
function acknowledgedAt(duties: readonly DutyRow[], handover: string | null): Instant | null {
  const kvittenser = duties.filter(({ machine, key }) => machine === handover && key === KVITTENS);
  if (kvittenser.some(({ closedAt }) => closedAt === null)) return null;
  return kvittenser.map(({ closedAt }) => closedAt).reduce(latest, null);
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || (b !== null && b > a) ? b : a;
}
