import type { Directory } from '@hemgang/directory';
import { birthDate, isUnder18, localDate, type Instant } from '@hemgang/kernel';
import { contactName, dischargeContext, responsible } from '@workflows/discharge';
import type { CaseViewRows, StoredContent } from '@hemgang/store';
import type { CaseView, ChildHeardView, ContactView, PatientView } from './case-view';
import { missingFacts } from './missing';
import { municipalityView } from './municipality-view';
import { struckBy } from './rattelse';
import type { Reader } from './reader';

/** Who the patient is, who is close to her and who is responsible. */
export type WhoView = Pick<
  CaseView,
  | 'patient'
  | 'isChild'
  | 'childHeard'
  | 'contacts'
  | 'communicationNeeds'
  | 'municipalities'
  | 'missing'
>;

/** All of it as far as it has been disclosed to the reader's controller; roles are known to all. */
export function whoView(
  { case: { state }, contents }: Pick<CaseViewRows, 'case' | 'contents'>,
  reader: Reader,
  directory: Directory,
  now: Instant,
): WhoView {
  const context = dischargeContext(state);
  const { noted } = context;
  const { language } = reader;
  const patient = patientIn(contents);
  const isChild = wasChild(patient, state.openedAt);
  const contacts = noted.contacts
    .filter((seq) => struckBy(state, seq) === null)
    .flatMap((seq) => contactIn(contents, seq));
  return {
    patient,
    isChild,
    childHeard: childHeardIn(contents, noted.childHeard),
    contacts,
    communicationNeeds: communicationIn(contents, noted.communication),
    municipalities: responsible(context).map((role) => municipalityView(role, directory, language)),
    missing: missingFacts({ context, now, isChild, contacts, reader }),
  };
}

/** Whether the patient was under 18 at the admission; null when the number does not tell. */
export function wasChild(
  patient: { readonly number: string } | null,
  openedAt: Instant,
): boolean | null {
  const born = patient === null ? null : birthDate(patient.number);
  return born === null ? null : isUnder18(born, localDate(openedAt));
}

type Contents = readonly StoredContent[];

/** The patient as last named in the content that the reader's controller holds. */
export function patientIn(contents: Contents): PatientView | null {
  const named = contents.map(({ body }) => body['patient']).filter((p) => p !== undefined);
  const patient = named.at(-1) as Partial<PatientView> | undefined;
  if (patient === undefined) return null;
  const { number = '', name = '', address = null, municipality = null } = patient;
  return { number, name, address, municipality, registration: registrationIn(contents) };
}

/** How she is registered is told to the ward's own authority only. */
function registrationIn(contents: Contents): string | null {
  const own = contents.map(({ body }) => body['own'] as { registration?: string | null });
  return own.filter((kept) => kept?.registration !== undefined).at(-1)?.registration ?? null;
}

/** The content of one event, as first disclosed or handed on later. */
function contentOf(contents: Contents, seq: number | undefined): StoredContent | undefined {
  return contents.find((content) => (content.source ?? content.seq) === seq);
}

function contactIn(contents: Contents, seq: number): ContactView[] {
  const body = contentOf(contents, seq)?.body as Partial<ContactView> | undefined;
  if (body === undefined) return [];
  const { name = '', relation = '', phone = null, custody = false } = body;
  const { representative = 'none', mayBeTold = 'nothing' } = body;
  return [{ id: contactName(seq), name, relation, phone, custody, representative, mayBeTold }];
}

function communicationIn(
  contents: Contents,
  seq: number | undefined,
): CaseView['communicationNeeds'] {
  type Told = Partial<NonNullable<CaseView['communicationNeeds']>>;
  const body = contentOf(contents, seq)?.body as Told | undefined;
  if (body === undefined) return null;
  const { language = '', interpreter = false, hearing = null, sight = null, other = null } = body;
  return { language, interpreter, hearing, sight, other };
}

function childHeardIn(contents: Contents, seq: number | undefined): ChildHeardView | null {
  const content = contentOf(contents, seq);
  if (content === undefined) return null;
  const { heard, reason } = content.body['own'] as { heard: boolean; reason: string };
  return { heard, reason, recordedAt: content.recordedAt };
}
