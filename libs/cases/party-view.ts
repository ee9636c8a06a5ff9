import type { CaseState } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import type { DutyRow, PartyRow } from '@hemgang/store';
import type { Told } from './case-type';
import type { PartyView } from './case-view';
import { unitView } from './names';

/** Key of the duty that a kvittens fulfils. */
const KVITTENS = 'kvittens';

/**
 * A party as every reader of the case sees it.
 * @param mainParty what a party by the main machine is called
 */
export function partyView(
  { rows: { case: stored, duties, seen }, directory }: Pick<Told, 'rows' | 'directory'>,
  party: PartyRow,
  mainParty: (state: CaseState, unit: string) => string,
): PartyView {
  const unit = unitView(directory, party.unit);
  return {
    id: party.handover ?? mainParty(stored.state, party.unit).replace(party.unit, unit.id),
    huvudman: directory.huvudmanOf(party.unit)?.name ?? '',
    unit,
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
