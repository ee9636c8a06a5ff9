import { randomUUID } from 'node:crypto';
import type { CommandDeclaration } from '@hemgang/engine';
import {
  parsePatientNumber,
  refuseTestNumber,
  type Instant,
  type PatientNumber,
  type Refusal,
} from '@hemgang/kernel';
import type { PersonRow, PersonStore, Protection, Registration } from '@hemgang/store';
import type { PatientFacts } from './contents';
import { isRefusal, readPayload, type Envelope } from './envelope';
import { isProtected, VIA_SKATTEVERKET } from './protection/shield';

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

/** Where a payload says that she is registered. */
interface Registered {
  readonly municipality?: string;
  readonly registration?: Registration;
  readonly address?: string;
}

/** The patient as a payload names her. */
interface NamedPatient extends Registered {
  readonly number: string;
  readonly name: string;
  readonly protection?: Protection;
}

/** What naming a patient stands on. */
interface Register {
  readonly persons: PersonStore;
  /** Production keeps test persons out. */
  readonly refuseTestNumbers: boolean;
}

/**
 * Finds the person whom a command's payload says something of, or makes a new one; nothing is
 * written yet. What the command does not say stays as it was.
 * @param present whom the case is about now; null opens it
 * @returns null when the command says nothing of her, or its payload is refused in its turn anyway
 */
export async function namedIn(
  register: Register,
  command: CommandDeclaration,
  rest: Envelope['rest'],
  present: PersonRow | null,
  now: Instant,
): Promise<Identified | Refusal | null> {
  if (command.patient === undefined) return null;
  const read = readPayload(command, rest);
  if (isRefusal(read)) return null;
  if (command.patient === 'registered') {
    return present === null ? null : identified(registeredAnew(present, read.payload), 'same');
  }
  const named = read.payload['patient'] as NamedPatient;
  const number = parsePatientNumber(named.number, Number(now.slice(0, 4)));
  if ('problem' in number) {
    return {
      code: 'PAYLOAD_INVALID',
      detail: number.problem,
      errors: [{ path: '/patient/number', code: 'invalid_number' }],
    };
  }
  const refusal = register.refuseTestNumbers ? refuseTestNumber(number.value) : null;
  if (refusal !== null) return refusal;
  const known = await register.persons.byNumber(number.value);
  const before = known ?? (command.patient === 'identified' ? present : null);
  const former = command.patient === 'identified' ? present : null;
  const protection = named.protection ?? before?.protection ?? former?.protection ?? null;
  const person: PersonRow = {
    id: before?.id ?? randomUUID(),
    number: number.value,
    numberKind: number.kind,
    name: named.name,
    address: protection === null ? (named.address ?? before?.address ?? null) : null,
    protection,
    protectedSince: protection === null ? null : (before?.protectedSince ?? now),
    ...registration(named, before),
    identifiedAt: known?.identifiedAt ?? now,
  };
  return identified(person, known === null ? 'new' : known.id === present?.id ? 'same' : 'known');
}

/** A new registration replaces the old one whole; an address that is not told stays. */
function registeredAnew(
  before: PersonRow,
  { municipality, registration, address }: Registered,
): PersonRow {
  return {
    ...before,
    address: isProtected(before) ? null : (address ?? before.address),
    municipality: municipality ?? null,
    registration: registration ?? 'folkbokford',
  };
}

/** Folkbokförd in the municipality that is named, unless it is said otherwise. */
function registration(
  { municipality, registration: said }: Registered,
  before: PersonRow | null,
): Pick<PersonRow, 'municipality' | 'registration'> {
  if (municipality !== undefined) return { municipality, registration: 'folkbokford' };
  if (said !== undefined) return { municipality: null, registration: said };
  return { municipality: before?.municipality ?? null, registration: before?.registration ?? null };
}

function identified(person: PersonRow, is: PersonGiven['is']): Identified {
  const { numberKind, municipality } = person;
  const given = { number: numberKind ?? 'reservnummer', is, municipality };
  return { person, patient: factsOf(person), given };
}

/**
 * The facts of a person that a copy of content carries. Where somebody with a protected identity
 * lives is handed to nobody, though 2017:612 2:2 asks for the address: it says how she is reached.
 */
export function factsOf(person: PersonRow): PatientFacts {
  const { number, name, address, municipality, protection } = person;
  if (protection === null) return { number: number ?? '', name, address, municipality };
  return {
    number: number ?? '',
    name,
    address: VIA_SKATTEVERKET.sv,
    municipality: protection === 'marked' ? municipality : null,
  };
}
