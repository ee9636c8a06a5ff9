import type { Citation, Instant, LocalDate } from '@hemgang/kernel';
import { inForce, type MunicipalityRole, type ResponsibleMunicipality } from '@workflows/discharge';
import {
  inUse,
  isMunicipal,
  isNeeded,
  PROPOSED_KINDS,
  ROLE_OF,
  type Candidate,
  type Candidates,
  type KnownFacts,
  type MunicipalKind,
  type ProposedKind,
} from './known-facts';

/** Why a unit is proposed: the fact that speaks for it. */
export type Reason =
  | {
      /** Registered there · placed elsewhere by its decision · said in the case or moved to it. */
      readonly key: 'folkbokford' | 'placed-by' | 'role';
      readonly role: MunicipalityRole;
      readonly municipality: string;
      readonly from: LocalDate;
      readonly rule: Citation;
    }
  | { readonly key: 'listed' }
  | { readonly key: 'open-care-too'; readonly rule: Citation }
  | { readonly key: 'had-measures' | 'received-earlier'; readonly endedAt: Instant }
  | { readonly key: 'only-one'; readonly kind: ProposedKind; readonly municipality: string }
  | { readonly key: 'merged'; readonly former: string };

/** What is not known, so that nothing, or not all, is proposed. */
export type Unknown =
  /** Her identity is protected: where she belongs is told to nobody. */
  | { readonly key: 'protected' }
  /** No physician has judged what she may need. */
  | { readonly key: 'needs' }
  | { readonly key: 'municipality'; readonly role: MunicipalityRole }
  /** The directory has no such unit there. */
  | { readonly key: 'no-unit'; readonly kind: MunicipalKind; readonly municipality: string }
  | {
      readonly key: 'several-units';
      readonly kind: MunicipalKind;
      readonly municipality: string;
      readonly count: number;
    }
  | { readonly key: 'listing' };

export interface Proposal {
  readonly unit: Candidate;
  /** Never empty. */
  readonly because: readonly Reason[];
}

export interface Proposals {
  readonly proposals: readonly Proposal[];
  readonly unknown: readonly Unknown[];
}

/**
 * Which units are to be told of a patient, and why: what her needs, her municipalities and where she is
 * listed say. Pure. It proposes nobody that has the notice or has sent it back, and guesses nothing:
 * where facts leave a choice it says what is not known.
 */
export function proposeReceivers(facts: KnownFacts, units: Candidates): Proposals {
  const { needs, roles } = facts;
  if (roles === null) return { proposals: [], unknown: [{ key: 'protected' }] };
  if (needs === null) return { proposals: [], unknown: [{ key: 'needs' }] };
  const parts = PROPOSED_KINDS.filter((kind) => isNeeded(kind, needs)).map((kind) =>
    isMunicipal(kind)
      ? ofMunicipality(kind, facts, roles, units)
      : openCare(facts, roles, units, needs.municipalHealthCare),
  );
  return {
    proposals: parts.flatMap(({ proposals }) => proposals),
    unknown: parts.flatMap(({ unknown }) => unknown),
  };
}

const NOTHING: Proposals = { proposals: [], unknown: [] };

function ofMunicipality(
  kind: MunicipalKind,
  facts: KnownFacts,
  roles: readonly ResponsibleMunicipality[],
  units: Candidates,
): Proposals {
  const role = ROLE_OF[kind];
  const entry = inForce(roles, role, facts.on);
  if (entry === undefined || entry.municipality === null) {
    return { ...NOTHING, unknown: [{ key: 'municipality', role }] };
  }
  const { municipality } = entry;
  const there = inPlace(units, kind, municipality);
  if (there.some(({ id }) => facts.receiving.includes(id))) return NOTHING;
  const free = there.filter(({ id }) => !facts.gone.includes(id));
  if (free.length === 0) {
    return { ...NOTHING, unknown: [{ key: 'no-unit', kind, municipality }] };
  }
  const by = roleReason(entry, municipality, facts);
  const proposals = free.flatMap((unit): Proposal[] => {
    const earlier = earlierReasons(unit, facts, units);
    const alone = there.length === 1;
    if (earlier.length === 0 && !alone) return [];
    const only: Reason[] = alone ? [{ key: 'only-one', kind, municipality }] : [];
    return [{ unit, because: [by, ...earlier, ...only] }];
  });
  const count = there.length;
  const several: Unknown = { key: 'several-units', kind, municipality, count };
  return { proposals, unknown: proposals.length === 1 ? [] : [several] };
}

/** The hälsocentral she is listed at; else one that had her before, or the only one where she lives. */
function openCare(
  facts: KnownFacts,
  roles: readonly ResponsibleMunicipality[],
  units: Candidates,
  isAlsoOwed: boolean,
): Proposals {
  const kindOf = (id: string) => units.get(id)?.kind;
  const isOpenCare = (id: string) =>
    kindOf(id) === 'halsocentral' || kindOf(id) === 'specialist-open-care';
  if (facts.receiving.some(isOpenCare)) return NOTHING;
  const law: Reason[] = isAlsoOwed ? [{ key: 'open-care-too', rule: '2017:612 2:1 st2' }] : [];
  const unknown: readonly Unknown[] = [{ key: 'listing' }];
  const listed = listedUnit(facts, units);
  if (listed !== null) {
    const { unit, because } = listed;
    return {
      proposals: [{ unit, because: [...because, ...earlierReasons(unit, facts, units), ...law] }],
      unknown: [],
    };
  }
  const open = [...units.values()].filter(
    ({ id, kind, closedInto }) =>
      kind === 'halsocentral' && closedInto === null && !facts.gone.includes(id),
  );
  const before = open.flatMap((unit): Proposal[] => {
    const earlier = earlierReasons(unit, facts, units);
    return earlier.length === 0 ? [] : [{ unit, because: [...earlier, ...law] }];
  });
  if (before.length > 0) return { proposals: before, unknown };
  const municipality = inForce(roles, 'health-care', facts.on)?.municipality ?? null;
  const near = open.filter((unit) => municipality !== null && unit.municipality === municipality);
  const [only] = near;
  if (only === undefined || near.length > 1 || municipality === null)
    return { ...NOTHING, unknown };
  const because: Reason[] = [{ key: 'only-one', kind: 'halsocentral', municipality }, ...law];
  return { proposals: [{ unit: only, because }], unknown };
}

function listedUnit({ listedAt, gone }: KnownFacts, units: Candidates): Proposal | null {
  const unit = listedAt === null ? null : inUse(units, listedAt);
  if (unit === null || unit.kind !== 'halsocentral' || gone.includes(unit.id)) return null;
  const former = listedAt === null || unit.id === listedAt ? undefined : units.get(listedAt);
  const merged: Reason[] = former === undefined ? [] : [{ key: 'merged', former: former.name }];
  return { unit, because: [{ key: 'listed' }, ...merged] };
}

/** Units of a kind in a municipality that are in use, in the order of the directory. */
function inPlace(units: Candidates, kind: MunicipalKind, municipality: string): Candidate[] {
  return [...units.values()].filter(
    (unit) => unit.kind === kind && unit.municipality === municipality && unit.closedInto === null,
  );
}

/** What the stay before says for the unit, or for one that has gone up in it. */
function earlierReasons({ id }: Candidate, facts: KnownFacts, units: Candidates): Reason[] {
  const own = facts.earlier.filter(({ unit }) => inUse(units, unit)?.id === id);
  const merged = own.flatMap(({ unit }): Reason[] => {
    const former = unit === id ? undefined : units.get(unit);
    return former === undefined ? [] : [{ key: 'merged', former: former.name }];
  });
  const reasons = own.flatMap(({ endedAt, hadMeasures, tookOver }): Reason[] => [
    ...(hadMeasures ? [{ key: 'had-measures', endedAt } as const] : []),
    ...(tookOver ? [{ key: 'received-earlier', endedAt } as const] : []),
  ]);
  return reasons.length === 0 ? [] : [...reasons, ...merged];
}

/** What the role rests on: where she is registered, who placed her, or what has been said in the case. */
function roleReason(
  { role, from, basis: rule }: ResponsibleMunicipality,
  municipality: string,
  { home, placedBy }: KnownFacts,
): Reason {
  const isUsual = rule === 'SoL 29:1' || rule === 'HSL 12:1';
  const isPlaced = isUsual && role === 'decides' && placedBy === municipality;
  const key = isPlaced ? 'placed-by' : isUsual && home === municipality ? 'folkbokford' : 'role';
  return { key, role, municipality, from, rule };
}
