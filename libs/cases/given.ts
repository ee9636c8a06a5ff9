import type { CommandDeclaration } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import type { EndedStay } from '@hemgang/store';
import type { LocalDate, Refusal } from '@hemgang/kernel';
import type { PatientFacts } from './contents';
import type { AttachmentGiven } from '@workflows/message';
import { invalidField } from './envelope';
import type { StayGiven } from './linked-stay';
import type { ChildAge } from './patient-view';
import type { PersonGiven } from './patients';

/** SCB writes a municipality with four digits and a region with two. */
const MUNICIPALITY_CODE_DIGITS = 4;

/** What is known when a command is decided. */
export interface Known {
  readonly directory: Directory;
  /** The unit of the person who gives the command. */
  readonly giver: string;
  readonly today: LocalDate;
  /** The case's patient, for a command that asks what is known of her. */
  readonly patient: PatientFacts | null;
  /** Whether she was under 18 at the admission; null when nobody knows. */
  readonly isChild: boolean | null;
  /** Her age as far as SoL 21:1 asks for it; null when she is grown up or nobody knows. */
  readonly childAge: ChildAge | null;
  /** The discharge that the payload names, when the giver may name it. */
  readonly stay: StayGiven | null;
  /** Whom the payload names. */
  readonly person: PersonGiven | null;
  /** The stay before this one, for a command that asks. */
  readonly previous: EndedStay | null;
  /** The files that the payload names, as far as the giver may send them. */
  readonly attachments: readonly AttachmentGiven[];
}

/**
 * The facts that a command's declaration asks for, as they are now. They go into the event, so that
 * replaying the log needs neither directory nor patient.
 * @returns a refusal when the payload names a stay, a colleague or a file that the giver may not name, or as
 * a hälsocentral what is none
 */
export function lookUp(
  { lookups }: CommandDeclaration,
  payload: Readonly<Record<string, unknown>>,
  {
    directory,
    giver,
    today,
    patient,
    isChild,
    childAge,
    stay,
    person,
    previous,
    attachments,
  }: Known,
): Readonly<Record<string, unknown>> | Refusal {
  const namesStay = lookups?.stay?.(payload) !== undefined;
  if (namesStay && stay === null) return invalidField('/stay', 'unknown');
  const colleague = lookups?.colleague?.(payload);
  if (colleague !== undefined && !unitsWhere(colleague, directory).includes(giver)) {
    return invalidField('/staff', 'unknown');
  }
  const listed = lookups?.listed?.(payload);
  if (listed !== undefined && openKind(directory, listed) !== 'halsocentral') {
    return invalidField('/listedAt', 'unknown');
  }
  const files = lookups?.attachments?.(payload) ?? [];
  const sent = attachments.filter(({ id }) => files.includes(id));
  if (sent.length < files.length) return invalidField('/attachments', 'unknown');
  const units = lookups?.units?.(payload) ?? [];
  const staff = lookups?.staff?.(payload) ?? [];
  const standing = lookups?.standing?.(payload) ?? [];
  const municipal = lookups?.municipality?.(payload).concat(giver) ?? [];
  const compared = lookups?.huvudman?.(payload).concat(giver) ?? [];
  return {
    ...(staff.length === 0 ? {} : { staff: unitsOf(staff, directory) }),
    ...(units.length === 0 ? {} : unitFacts(units, directory)),
    ...outside(units, directory),
    ...(standing.length === 0
      ? {}
      : { standing: factOf(standing, (id) => directory.standingContactOf(id, today)?.staff) }),
    ...(compared.length === 0
      ? {}
      : { huvudman: factOf(compared, (id) => directory.huvudmanOf(id)?.id) }),
    ...(municipal.length === 0
      ? {}
      : { municipality: factOf(municipal, (id) => municipalityOf(directory, id)) }),
    ...(lookups?.patient === true && patient !== null ? { patient: known(patient) } : {}),
    ...(lookups?.child === true ? { child: isChild === true } : {}),
    ...(lookups?.childAge === true && childAge !== null ? { childAge } : {}),
    ...(sent.length === 0
      ? {}
      : { attachments: sent.map(({ id, kind, size }) => ({ id, kind, size })) }),
    ...(namesStay ? { stay } : {}),
    ...(person === null ? {} : { person }),
    ...(previous === null ? {} : { previous }),
  };
}

function unitsOf(staff: readonly string[], directory: Directory): Record<string, string[]> {
  return Object.fromEntries(staff.map((id) => [id, unitsWhere(id, directory)]));
}

/** Where a person works; a program works nowhere. */
function unitsWhere(staff: string, directory: Directory): string[] {
  return directory.staff(staff)?.machine === true
    ? []
    : directory.assignmentsOfStaff(staff).map(({ unit }) => unit);
}

/** Kinds of the units, and of those that are a sjukstuga's open care its ward. */
function unitFacts(units: readonly string[], directory: Directory): Record<string, unknown> {
  const ownWards = factOf(units, (id) => directory.unit(id)?.ownWard ?? undefined);
  return {
    units: factOf(units, (id) => openKind(directory, id)),
    ...(Object.keys(ownWards).length === 0 ? {} : { ownWards }),
  };
}

/** SCB code of the municipality that a unit works for; a region's unit has none. */
function municipalityOf(directory: Directory, id: string): string | undefined {
  const code = directory.huvudmanOf(id)?.code;
  return code?.length === MUNICIPALITY_CODE_DIGITS ? code : undefined;
}

/** A closed unit receives nobody: it has no kind here, as an unknown one has none. */
function openKind(directory: Directory, id: string): string | undefined {
  const unit = directory.unit(id);
  return unit?.closedInto == null ? unit?.kind : undefined;
}

/** Which of the units have no account here. */
function outside(units: readonly string[], directory: Directory): { readonly external?: string[] } {
  const external = units.filter((id) => directory.unit(id)?.external != null);
  return external.length === 0 ? {} : { external };
}

/** One fact of each unit that has it. */
function factOf(
  units: readonly string[],
  fact: (unit: string) => string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    units.flatMap((id) => {
      const found = fact(id);
      return found === undefined ? [] : [[id, found]];
    }),
  );
}

/** Which of the facts of 2017:612 2:2 are known; never the facts themselves. */
function known({ number, name, address }: PatientFacts): Record<string, boolean> {
  return { number: number !== '', name: name !== '', address: address !== null };
}
