import { createHash, randomBytes } from 'node:crypto';
import type { DiscloseEffect } from '@hemgang/engine';
import { canonicalJson } from '@hemgang/kernel';
import type { ContentRow, StoredContent } from '@hemgang/store';

const SALT_BYTES = 16;

/** The patient as a copy of content names her (2017:612 2:2, three of the four facts). */
export interface PatientFacts {
  readonly number: string;
  readonly name: string;
  readonly address: string | null;
  readonly municipality: string | null;
}

/** What a step hands out. */
export interface Disclosable {
  readonly effects: readonly DiscloseEffect[];
  /** The author's own content of this command; what lies under `own` in it is never handed on. */
  readonly own: Readonly<Record<string, unknown>>;
  /** What of it goes to whom it is disclosed to. */
  readonly disclosed: Readonly<Record<string, unknown>>;
  /** Null when nothing that carries her facts is handed out. */
  readonly patient: PatientFacts | null;
  /** Entries that carry the patient's facts to the receivers. */
  readonly entriesWithPatient: readonly string[];
  /** Content of earlier events that is handed on, by event; what has been erased is not there. */
  readonly earlier: ReadonlyMap<number, ContentRow['body']>;
}

/**
 * The copies of content that one step makes: one for the author's controller and one for each
 * controller it is disclosed to. A step without content makes none.
 */
export function contentRows(
  entry: string,
  author: string,
  { effects, own, disclosed, patient, entriesWithPatient, earlier }: Disclosable,
  controllerOf: (unit: string) => string,
): ContentRow[] {
  const rows = new Map<string, ContentRow>();
  const add = (more: ContentRow) => rows.set(copyKey(more), more);
  if (Object.keys(own).length > 0) add(row(author, entry, 'OWN', own));
  for (const { entry: told, legalBasis, units, earlier: sources } of effects) {
    const carries = patient !== null && entriesWithPatient.includes(told);
    const body = { ...disclosed, ...(carries ? { patient } : {}) };
    for (const controller of new Set(units.map(controllerOf))) {
      if (sources === undefined) {
        // Units of one controller share its copy: the author's own is never less than it was.
        const whole = controller === author ? { ...body, ...own } : body;
        if (Object.keys(whole).length > 0) add(row(controller, told, legalBasis, whole));
        continue;
      }
      // The author's controller has the original.
      if (controller === author) continue;
      for (const source of sources) {
        const found = earlier.get(source);
        if (found !== undefined) add(row(controller, told, legalBasis, found, source));
      }
    }
  }
  return [...rows.values()];
}

/** What the author's controller may hand on, by the event whose content it is. */
export function bySource(held: readonly StoredContent[]): ReadonlyMap<number, ContentRow['body']> {
  return new Map(held.map(({ seq, source, body: { own: _, ...body } }) => [source ?? seq, body]));
}

/** One copy per controller, and one more per earlier event that is handed on to it. */
function copyKey({ controller, source }: ContentRow): string {
  return source === null ? controller : `${controller}#${source}`;
}

/** Salted digests, so that the event proves content without holding it. */
export function digestsOf(rows: readonly ContentRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.map((held) => [copyKey(held), sha256(held.salt + canonicalJson(held.body))]),
  );
}

/** SHA-256 as hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function row(
  controller: string,
  entry: string,
  legalBasis: string,
  body: Readonly<Record<string, unknown>>,
  source: number | null = null,
): ContentRow {
  const salt = randomBytes(SALT_BYTES).toString('hex');
  return { controller, entry, legalBasis, salt, source, body };
}
