import { randomUUID } from 'node:crypto';
import { parsePatientNumber, refuseTestNumber, type Instant, type Refusal } from '@hemgang/kernel';
import type { PersonRow, PersonStore } from '@hemgang/store';
import type { PatientFacts } from './contents';

/** Who a case is about, and the row that admitting her writes. */
export interface Identified {
  readonly personId: string;
  readonly person: PersonRow;
  readonly patient: PatientFacts;
}

/** The patient as an opening command names her. */
interface NamedPatient {
  readonly number: string;
  readonly name: string;
  readonly address?: string;
  readonly municipality?: string;
}

/**
 * Finds the person by number or makes a new one; nothing is written yet. What the command does not
 * say stays as it was.
 */
export async function identify(
  persons: PersonStore,
  content: Readonly<Record<string, unknown>>,
  now: Instant,
  refuseTestNumbers: boolean,
): Promise<Identified | Refusal> {
  const named = content['patient'] as NamedPatient;
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
  const person: PersonRow = {
    id: known?.id ?? randomUUID(),
    number: number.value,
    numberKind: number.kind,
    name: named.name,
    address: named.address ?? known?.address ?? null,
    municipality: named.municipality ?? known?.municipality ?? null,
    identifiedAt: known?.identifiedAt ?? now,
  };
  return { personId: person.id, person, patient: factsOf(person) };
}

/** The facts of a person that a copy of content carries. */
export function factsOf({ number, name, address, municipality }: PersonRow): PatientFacts {
  return { number: number ?? '', name, address, municipality };
}
