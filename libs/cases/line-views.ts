import { maskOf, type Reader } from '@hemgang/access';
import type { Text } from '@hemgang/kernel';
import type { NoticeRow, PersonRow, ShownPatient, WorklistRow } from '@hemgang/store';
import type { NoticeView } from './case-view';
import { remindedOf } from './reminder-title';

/** A duty of the reader's unit, with the patient and the words that her purpose is shown. */
export function inWorklist(row: WorklistRow, { purpose }: Reader): WorklistRow {
  const mask = maskOf(row.caseType, 'party', purpose);
  const patient = mask.has('patient') ? row.patient : null;
  return { ...row, patient, text: mask.has('contents') ? row.text : null };
}

/** What a unit was told, in words that name no patient. @param titleOf what a kind of duty is called */
export function noticeViews(
  rows: readonly NoticeRow[],
  { language }: Reader,
  titleOf: (kind: string) => Text | null,
): NoticeView[] {
  return rows.map(({ id, caseId, caseType, entry, duty, kind, audience, createdAt, trail }) => {
    const title = kind === null ? null : titleOf(kind);
    const reminder = title && audience !== null ? remindedOf(audience, title) : title;
    return {
      ...{ id: String(id), caseId, caseType, entry, duty, audience, createdAt, trail },
      title: reminder && reminder[language],
    };
  });
}

/** Whom a notice shows; nobody when the unit has left the case, or it is about no patient. */
export function shownInNotice({ person, caseId, version }: NoticeRow): readonly ShownPatient[] {
  return person === null || version === null ? [] : [{ person, caseId, version }];
}

/** Whom a line of a list shows; nobody when it is about no patient. */
export function shownPatient(
  patient: PersonRow | null,
  caseId: string,
  version: number,
): readonly ShownPatient[] {
  return patient === null ? [] : [{ person: patient.id, caseId, version }];
}
