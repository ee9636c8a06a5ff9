import { maskOf, type Reader } from '@hemgang/access';
import type { NoticeRow, PersonRow, ShownPatient, WorklistRow } from '@hemgang/store';
import type { NoticeView } from './case-view';

/** A duty of the reader's unit, with the patient and the words that her purpose is shown. */
export function inWorklist(row: WorklistRow, { purpose }: Reader): WorklistRow {
  const mask = maskOf(row.caseType, 'party', purpose);
  const patient = mask.has('patient') ? row.patient : null;
  return { ...row, patient, text: mask.has('contents') ? row.text : null };
}

export function noticeView({
  id,
  caseId,
  entry,
  duty,
  audience,
  createdAt,
}: NoticeRow): NoticeView {
  return { id: String(id), caseId, entry, duty, audience, createdAt };
}

/** Whom a line of a list shows; nobody when it is about no patient. */
export function shownPatient(
  patient: PersonRow | null,
  caseId: string,
  version: number,
): readonly ShownPatient[] {
  return patient === null ? [] : [{ person: patient.id, caseId, version }];
}
