import { birthDate, isUnder, isUnder18, localDate, type Instant } from '@hemgang/kernel';
import type { StoredContent } from '@hemgang/store';
import type { Told } from './case-type';
import type { PatientView } from './case-view';
import { shieldedPatient } from './protection/masked';

type Contents = readonly StoredContent[];

/** The patient as the reader may see her in what of the content is shown. */
export function patientOf(
  { shield, reader }: Pick<Told, 'shield' | 'reader'>,
  contents: Contents,
): PatientView | null {
  return shieldedPatient(shield, patientIn(contents), reader.language);
}

/** Her name where it may stand on paper; null where her identity is protected or nobody has told it. */
export function nameOnPaper(told: Pick<Told, 'shield' | 'reader' | 'rows'>): string | null {
  if (told.shield !== null) return null;
  return patientOf(told, told.rows.contents)?.name ?? null;
}

/** The patient as last named in the content that the reader's controller holds. */
function patientIn(contents: Contents): PatientView | null {
  const named = contents.map(({ body }) => body['patient']).filter((p) => p !== undefined);
  const patient = named.at(-1) as Partial<PatientView> | undefined;
  if (patient === undefined) return null;
  const { number = '', name = '', address = null, municipality = null } = patient;
  return { number, name, address, municipality, registration: registrationIn(contents) };
}

/** How she is registered is told to the opener's own authority only. */
function registrationIn(contents: Contents): string | null {
  const own = contents.map(({ body }) => body['own'] as { registration?: string | null });
  return own.filter((kept) => kept?.registration !== undefined).at(-1)?.registration ?? null;
}

/** Whether the patient was under 18 when the case was opened; null when the number does not tell. */
export function wasChild(
  patient: { readonly number: string } | null,
  openedAt: Instant,
): boolean | null {
  const born = patient === null ? null : birthDate(patient.number);
  return born === null ? null : isUnder18(born, localDate(openedAt));
}

/** From which age on a child may decide without her guardian (SoL 21:1). */
export type ChildAge = 'under-12' | 'from-12' | 'from-15';

/** Her age now, as far as that rule asks; null when she is grown up or the number does not tell. */
export function childAge(
  patient: { readonly number: string } | null,
  now: Instant,
): ChildAge | null {
  const born = patient === null ? null : birthDate(patient.number);
  const today = localDate(now);
  if (born === null || !isUnder18(born, today)) return null;
  if (isUnder(12, born, today)) return 'under-12';
  return isUnder(15, born, today) ? 'from-12' : 'from-15';
}
