import type { LocalDate } from '@hemgang/kernel';
import type { CoverData } from './cover/cover-data';
import type { Role } from './role';
import type { Term } from './term';
import type { UnitKind } from './unit-kind';

/** The region or a municipality: who is paid and who pays (2017:612 5:1-5:2). */
export interface Huvudman {
  /** `region-24`, `kommun-2480`. */
  readonly id: string;
  readonly name: string;
  /** SCB's code: two digits for a region, four for a municipality. */
  readonly code: string;
  /** Whom one calls who may not know which of its units it is; absent: there is no such number. */
  readonly switchboard?: string;
}

/** An authority or private provider answerable for its own data (PDL 2:6). */
export interface Controller {
  readonly id: string;
  /** The huvudman it belongs to, or on whose behalf the private provider works. */
  readonly huvudman: string;
  readonly name: string;
  readonly form: 'authority' | 'private';
}

/** How a unit without accounts is reached, beside its telephone. */
export interface ContactCard {
  /** As it stands on the envelope: `Luleå kommun`. */
  readonly organisation: string;
  /** Postal address on one line. */
  readonly address: string;
  /** Secure mail; null when there is none. */
  readonly secureMail: string | null;
}

export const HOSPITAL_KINDS = ['hospital', 'sjukstuga'] as const;

/** Where wards lie together: figures are counted of it. It owns nothing and has no staff. */
export interface Hospital {
  readonly id: string;
  readonly kind: (typeof HOSPITAL_KINDS)[number];
  readonly name: string;
}

/** Kinds of inpatient care that are counted apart (SKR väntetider). */
export const CARES = ['somatic', 'psychiatric'] as const;

export type Care = (typeof CARES)[number];

/** A ward, hälsocentral or municipal unit: what owns duties and has a telephone. */
export interface Unit {
  readonly id: string;
  readonly controller: string;
  readonly kind: UnitKind;
  readonly name: string;
  /** As people write it in Sweden: `0980-319 204`. */
  readonly phone: string;
  /** Its very name tells something about a patient (psychiatry): shown neutrally to others. */
  readonly sensitive: boolean;
  /** Code of the one municipality it serves; null when it serves the whole county. */
  readonly municipality: string | null;
  /** Set when the unit is closed: the unit that took over its patients and duties. */
  readonly closedInto: string | null;
  /**
   * A sjukstuga: the ward that is one care unit with this open care, so that neither informs,
   * acknowledges or answers the other. They stay two units: each has its own staff, phone and list.
   */
  readonly ownWard: string | null;
  /** The hospital or sjukstuga that a ward lies in; absent: it is not said, or it is no ward. */
  readonly hospital?: string;
  /** Which care a ward gives; absent: it is not said, or it is no ward. */
  readonly care?: Care;
  /** Set for a unit outside the county: nobody there has an account, others register for it. */
  readonly external: ContactCard | null;
  /** Counts the changes of its facts; absent: none yet. */
  readonly version?: number;
}

export interface Staff {
  readonly id: string;
  readonly name: string;
  /** A program that acts for a unit; absent: a person. */
  readonly machine?: true;
  /** Counts the changes of her and her assignments; absent: none yet. */
  readonly version?: number;
}

/** One person's roles at one unit (medarbetaruppdrag); people act as an assignment. */
export interface Assignment {
  readonly id: string;
  readonly staff: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  /** What an identity provider calls the person in this employment (employeeHsaId); null: nothing. */
  readonly employee: string | null;
  /**
   * The vårdmedarbetaruppdrag without which nobody acts in it (commissionHsaId); null where there is
   * none, as in most of social services: then employee and organisation are enough.
   */
  readonly commission: string | null;
  /** How long it lasts; absent: until further notice. */
  readonly term?: Term;
}

/** A fast vårdkontakt whom the head of an open-care unit has appointed for all who come. */
export interface StandingContact {
  readonly unit: string;
  readonly staff: string;
  readonly phone: string;
  /** First local date on which it works. */
  readonly from: LocalDate;
  /** Last local date; null = until further notice. */
  readonly until: LocalDate | null;
}

/** A whole directory as plain rows, in the order in which lists show them. */
export interface DirectoryRows {
  readonly huvudman: readonly Huvudman[];
  readonly controllers: readonly Controller[];
  readonly hospitals: readonly Hospital[];
  readonly units: readonly Unit[];
  readonly staff: readonly Staff[];
  readonly assignments: readonly Assignment[];
  readonly standingContacts: readonly StandingContact[];
  readonly cover: CoverData;
}
