import { HOUR_MS, plusMs, type Instant, type LocalDate } from '@hemgang/kernel';
import { inForce, type MunicipalityRole, type ResponsibleMunicipality } from '@workflows/discharge';
import {
  inUse,
  isMunicipal,
  isNeeded,
  ROLE_OF,
  type Candidate,
  type Candidates,
  type KnownFacts,
} from './known-facts';

/** What whoever chooses a unit ought to know before sending; none of it hinders her. */
export type Warning =
  | {
      readonly key: 'other-municipality';
      readonly role: MunicipalityRole;
      readonly municipality: string;
      /** Whose role it is on that day. */
      readonly holder: string;
    }
  | {
      readonly key: 'role-ended' | 'role-not-begun';
      readonly role: MunicipalityRole;
      readonly municipality: string;
      readonly holder: string;
      /** The first day on which another has it · on which this one has. */
      readonly from: LocalDate;
    }
  | { readonly key: 'not-needed'; readonly kind: Candidate['kind'] }
  | { readonly key: 'not-listed-here'; readonly listedAt: string }
  | { readonly key: 'sent-back' }
  | { readonly key: 'merged'; readonly into: string | null }
  | { readonly key: 'outside' }
  | { readonly key: 'nobody-there' }
  | { readonly key: 'closed-now' | 'closes-soon'; readonly until: Instant };

/** Who sends within the last hour of the day can hardly be answered in it. Assumed. */
const SOON_MS = HOUR_MS;

/** What speaks against a unit on that day, by what is known of the patient and of the unit. Pure. */
export function receiverWarnings(
  unit: Candidate,
  facts: KnownFacts,
  units: Candidates,
): readonly Warning[] {
  return [
    ...merged(unit, units),
    ...ofMunicipality(unit, facts),
    ...ofNeed(unit, facts),
    ...ofListing(unit, facts, units),
    ...(facts.gone.includes(unit.id) ? [{ key: 'sent-back' } as const] : []),
    ...ofAccount(unit),
    ...ofHours(unit, facts.now),
  ];
}

function merged({ id, closedInto }: Candidate, units: Candidates): Warning[] {
  return closedInto === null ? [] : [{ key: 'merged', into: inUse(units, id)?.name ?? null }];
}

/** Whether the unit's municipality has the role that a unit of its kind receives by. */
function ofMunicipality({ kind, municipality }: Candidate, { roles, on }: KnownFacts): Warning[] {
  if (!isMunicipal(kind) || municipality === null || roles === null) return [];
  const role = ROLE_OF[kind];
  const present = inForce(roles, role, on);
  const holder = present?.municipality ?? null;
  if (present === undefined || holder === null || holder === municipality) return [];
  // Who carries the measures out for another receives too (SoL 29:5).
  if (inForce(roles, 'executes', on)?.municipality === municipality) return [];
  const about = { role, municipality, holder };
  const own = roles.filter((each) => each.role === role && each.municipality === municipality);
  const coming = own.find(({ from }) => from > on);
  if (coming !== undefined) return [{ key: 'role-not-begun', ...about, from: coming.from }];
  const last = own.at(-1);
  if (last === undefined) return [{ key: 'other-municipality', ...about }];
  return [{ key: 'role-ended', ...about, from: endOf(last, roles, present) }];
}

/** The day on which somebody else got the role that this entry gave. */
function endOf(
  entry: ResponsibleMunicipality,
  roles: readonly ResponsibleMunicipality[],
  present: ResponsibleMunicipality,
): LocalDate {
  const later = roles.slice(roles.indexOf(entry) + 1).find(({ role }) => role === entry.role);
  return (later ?? present).from;
}

function ofNeed({ kind }: Candidate, { needs }: KnownFacts): Warning[] {
  return needs === null || isNeeded(kind, needs) ? [] : [{ key: 'not-needed', kind }];
}

function ofListing(
  { id, kind }: Candidate,
  { listedAt }: KnownFacts,
  units: Candidates,
): Warning[] {
  const listed = listedAt === null ? null : inUse(units, listedAt);
  if (kind !== 'halsocentral' || listed === null || listed.id === id) return [];
  return [{ key: 'not-listed-here', listedAt: listed.name }];
}

function ofAccount({ isOutside, hasStaff }: Candidate): Warning[] {
  if (isOutside) return [{ key: 'outside' }];
  return hasStaff ? [] : [{ key: 'nobody-there' }];
}

function ofHours({ opening }: Candidate, now: Instant): Warning[] {
  if (opening === null || opening.until === null || opening.isCoveredClosed) return [];
  const { isOpen, until } = opening;
  if (!isOpen) return [{ key: 'closed-now', until }];
  return until <= plusMs(now, SOON_MS) ? [{ key: 'closes-soon', until }] : [];
}
