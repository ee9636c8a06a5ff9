import { randomUUID } from 'node:crypto';
import type { CommandDeclaration } from '@hemgang/engine';
import {
  parsePatientNumber,
  refuseTestNumber,
  type Instant,
  type PatientNumber,
  type Refusal,
} from '@hemgang/kernel';
import type { PersonRow, PersonStore } from '@hemgang/store';
import type { PatientFacts } from './contents';
import { isRefusal, readPayload, type Envelope } from './envelope';

/** What an event may know of the person that its command names: nothing that says who it is. */
export interface PersonGiven {
  readonly number: PatientNumber['kind'];
  /** `same`: the case is about that person already · `known`: on record · `new`: nobody's number. */
  readonly is: 'same' | 'known' | 'new';
  /** SCB code of the municipality of registration. */
  readonly municipality: string | null;
}

/** Whom a command names, and the row that it writes. */
export interface Identified {
  readonly person: PersonRow;
  readonly patient: PatientFacts;
  readonly given: PersonGiven;
}

/** The patient as a payload names her. */
interface NamedPatient {
  readonly number: string;
  readonly name: string;
  readonly address?: string;
  readonly municipality?: string;
}

/** What naming a patient stands on. */
interface Register {
  readonly persons: PersonStore;
  /** Production keeps test persons out. */
  readonly refuseTestNumbers: boolean;
}

/**
 * Finds the person whom a command's payload names, by number, or makes a new one; nothing is
 * written yet. What the command does not say stays as it was.
 * @param present whom the case is about now; null opens it
 * @returns null when the command names nobody, or its payload is refused in its turn anyway
 */
export async function namedIn(
  { persons, refuseTestNumbers }: Register,
  command: CommandDeclaration,
  rest: Envelope['rest'],
  present: PersonRow | null,
  now: Instant,
): Promise<Identified | Refusal | null> {
  if (command.patient === undefined) return null;
  const read = readPayload(command, rest);
  const named = isRefusal(read) ? undefined : (read.payload['patient'] as NamedPatient | undefined);
  if (named === undefined) return null;
  const number = parsePatientNumber(named.number, Number(now.slice(0, 4)));
  if ('problem' in number) {
    return {
      code: 'PAYLOAD_INVALID',
      detail: number.problem,
      errors: [{ path: '/patient/number', code: 'invalid_number' }],
    };
  }
  const refusal = refuseTestNumbers ? refuseTestNumber(number.value) : null;
  if (refusal !== null) return refusal;
  const known = await persons.byNumber(number.value);
  const before = known ?? (command.patient === 'identified' ? present : null);
  const person = personRow(number, named, before, known?.identifiedAt ?? now);
  const is = known === null ? 'new' : known.id === present?.id ? 'same' : 'known';
  const { municipality } = person;
  return { person, patient: factsOf(person), given: { number: number.kind, is, municipality } };
}

function personRow(
  number: PatientNumber,
  named: NamedPatient,
  before: PersonRow | null,
  identifiedAt: Instant,
): PersonRow {
  return {
    id: before?.id ?? randomUUID(),
    number: number.value,
    numberKind: number.kind,
    name: named.name,
    address: named.address ?? before?.address ?? null,
    municipality: named.municipality ?? before?.municipality ?? null,
    identifiedAt,
  };
}

/** The facts of a person that a copy of content carries. */
export function factsOf({ number, name, address, municipality }: PersonRow): PatientFacts {
  return { number: number ?? '', name, address, municipality };
}
