import { createHash, randomBytes } from 'node:crypto';
import type { DiscloseEffect } from '@hemgang/engine';
import { canonicalJson } from '@hemgang/kernel';
import type { ContentRow } from '@hemgang/store';

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
  /** The author's own content of this command. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Null when nothing that carries her facts is handed out. */
  readonly patient: PatientFacts | null;
  /** Entries that carry the patient's facts to the receivers. */
  readonly entriesWithPatient: readonly string[];
}

/**
 * The copies of content that one step makes: one for the author's controller and one for each
 * controller it is disclosed to. A step without content makes none.
 */
export function contentRows(
  entry: string,
  author: string,
  { effects, content, patient, entriesWithPatient }: Disclosable,
  controllerOf: (unit: string) => string,
): ContentRow[] {
  const rows = new Map<string, ContentRow>();
  const own = { ...content };
  if (Object.keys(own).length > 0) rows.set(author, row(author, entry, 'OWN', own));
  for (const effect of effects) {
    const carries = patient !== null && entriesWithPatient.includes(effect.entry);
    const body = { ...content, ...(carries ? { patient } : {}) };
    if (Object.keys(body).length === 0) continue;
    for (const controller of new Set(effect.units.map(controllerOf))) {
      rows.set(controller, row(controller, effect.entry, effect.legalBasis, body));
    }
  }
  return [...rows.values()];
}

/** Salted digests, so that the event proves content without holding it. */
export function digestsOf(rows: readonly ContentRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.map(({ controller, salt, body }) => [controller, sha256(salt + canonicalJson(body))]),
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
): ContentRow {
  const salt = randomBytes(SALT_BYTES).toString('hex');
  return { controller, entry, legalBasis, salt, body };
}
