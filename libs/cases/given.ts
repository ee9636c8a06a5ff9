import type { CommandDeclaration } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import type { EndedStay } from '@hemgang/store';
import type { PatientFacts } from './contents';
import type { PersonGiven } from './patients';

/** What facts are looked up in. */
export interface KnownFacts {
  readonly directory: Directory;
  /** The case's patient, for a command that asks what is known of her. */
  readonly patient: PatientFacts | null;
  /** Whom the payload names. */
  readonly person: PersonGiven | null;
  /** The stay before this one, for a command that asks. */
  readonly previous: EndedStay | null;
}

/**
 * The facts that a command's declaration asks for, as they are now. They go into the event, so that
 * replaying the log needs neither directory nor patient.
 */
export function lookUp(
  { lookups }: CommandDeclaration,
  payload: Readonly<Record<string, unknown>>,
  { directory, patient, person, previous }: KnownFacts,
): Readonly<Record<string, unknown>> {
  const units = lookups?.units?.(payload) ?? [];
  return {
    ...(units.length === 0 ? {} : { units: kindsOf(units, directory) }),
    ...(lookups?.patient === true && patient !== null ? { patient: known(patient) } : {}),
    ...(person === null ? {} : { person }),
    ...(previous === null ? {} : { previous }),
  };
}

function kindsOf(units: readonly string[], directory: Directory): Record<string, string> {
  return Object.fromEntries(
    units.flatMap((id) => {
      const kind = directory.unit(id)?.kind;
      return kind === undefined ? [] : [[id, kind]];
    }),
  );
}

/** Which of the facts of 2017:612 2:2 are known; never the facts themselves. */
function known({ number, name, address }: PatientFacts): Record<string, boolean> {
  return { number: number !== '', name: name !== '', address: address !== null };
}
