import type { UnitKind } from '@hemgang/directory';
import type { Instant, LocalDate } from '@hemgang/kernel';
import type { MunicipalityRole, Needs, ResponsibleMunicipality } from '@workflows/discharge';

/** A unit as far as choosing a receiver asks for it. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** SCB code of the one municipality that it serves. */
  readonly municipality: string | null;
  /** The unit that has taken over its patients; null: it is in use. */
  readonly closedInto: string | null;
  /** Outside the county, without accounts. */
  readonly isOutside: boolean;
  /** Whether anybody there has an account. */
  readonly hasStaff: boolean;
  /** Whether it is open, and until when; null: not known. */
  readonly opening: CandidateOpening | null;
}

export interface CandidateOpening {
  readonly isOpen: boolean;
  /** When it closes, or opens; null: it never closes. */
  readonly until: Instant | null;
  /** Whether somebody who may decide reads as long as it is closed. */
  readonly isCoveredClosed: boolean;
}

/** That a unit received the patient after an earlier stay, or said then that she had measures there. */
export interface EarlierReceiver {
  readonly unit: string;
  readonly endedAt: Instant;
  readonly hadMeasures: boolean;
  readonly tookOver: boolean;
}

/**
 * What is known of a patient on a day, as far as the sending ward has it already: its own content and
 * the course of the case. What secrecy or a protected identity keeps from it is not here.
 */
export interface KnownFacts {
  readonly on: LocalDate;
  readonly now: Instant;
  /** What the physician has judged that she may need; null: nothing yet. */
  readonly needs: Needs | null;
  /** Which municipality is responsible for what, in the order of the days; null: it must not be told. */
  readonly roles: readonly ResponsibleMunicipality[] | null;
  /** Where she was folkbokförd at the admission, and who has placed her elsewhere. */
  readonly home: string | null;
  readonly placedBy: string | null;
  /** The hälsocentral that she is listed at; null: nobody has said. */
  readonly listedAt: string | null;
  readonly earlier: readonly EarlierReceiver[];
  /** Units that have the notice of this stay. */
  readonly receiving: readonly string[];
  /** Units that have sent it back, or are no receivers any more. */
  readonly gone: readonly string[];
}

/** Units by their ids. */
export type Candidates = ReadonlyMap<string, Candidate>;

/** Kinds of receiver that are proposed; specialised open care is the ward's own choice. */
export const PROPOSED_KINDS = ['municipal-social', 'municipal-health', 'halsocentral'] as const;

export type ProposedKind = (typeof PROPOSED_KINDS)[number];

/** By which of its roles a municipality's unit of the kind receives. */
export const ROLE_OF = {
  'municipal-social': 'decides',
  'municipal-health': 'health-care',
} as const satisfies Partial<Record<UnitKind, MunicipalityRole>>;

export type MunicipalKind = keyof typeof ROLE_OF;

export function isMunicipal(kind: UnitKind): kind is MunicipalKind {
  return Object.hasOwn(ROLE_OF, kind);
}

/**
 * Whether a unit of the kind is to be told, by what has been judged. Who may need municipal health care
 * is told to the region's open care too (2017:612 2:1 second paragraph).
 */
export function isNeeded(kind: UnitKind, needs: Needs): boolean {
  switch (kind) {
    case 'municipal-social':
      return needs.socialServices;
    case 'municipal-health':
      return needs.municipalHealthCare;
    case 'halsocentral':
    case 'specialist-open-care':
      return needs.openCare || needs.municipalHealthCare;
    default:
      return false;
  }
}

/** The unit that stands where this one stood, which may have closed, and again; null: no such unit. */
export function inUse(units: Candidates, id: string): Candidate | null {
  const seen = new Set<string>();
  let unit = units.get(id);
  while (unit !== undefined && unit.closedInto !== null && !seen.has(unit.id)) {
    seen.add(unit.id);
    unit = units.get(unit.closedInto);
  }
  return unit === undefined || unit.closedInto !== null ? null : unit;
}
