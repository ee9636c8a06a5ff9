import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '@hemgang/kernel';
import type { ContentRow, StoredContent } from '@hemgang/store';
import type { Handed } from './disclosure/handing';

const SALT_BYTES = 16;

/** On what the author's own content lies with it. */
const OWN = 'OWN';

/** The patient as a copy of content names her (2017:612 2:2, three of the four facts). */
export interface PatientFacts {
  readonly number: string;
  readonly name: string;
  readonly address: string | null;
  readonly municipality: string | null;
}

/** What a step hands out. */
export interface Disclosable {
  readonly handed: readonly Handed[];
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

/** What became of what a step hands out. */
export interface Copies {
  /** One for the author's controller and one for each controller that content went to. */
  readonly rows: readonly ContentRow[];
  /** On which grounds the copies went to others than the author's controller. */
  readonly sent: readonly (Handed & { readonly source: number | null })[];
  /** What would have said something, and stays. */
  readonly kept: readonly Handed[];
}

/** Nothing was said. */
export const NO_COPIES: Copies = { rows: [], sent: [], kept: [] };

/**
 * The copies of content that one step makes. A step without content makes none; of an entry that
 * has no ground the receiver gets none, and learns of the event alone.
 */
export function copiesOf(entry: string, author: string, disclosable: Disclosable): Copies {
  const { handed, own, disclosed, patient, entriesWithPatient, earlier } = disclosable;
  const rows = new Map<string, ContentRow>();
  const sent = new Map<string, Copies['sent'][number]>();
  const kept: Handed[] = [];
  const add = (more: ContentRow, by?: Handed) => {
    rows.set(copyKey(more), more);
    const { controller, source } = more;
    if (by !== undefined && controller !== author) sent.set(copyKey(more), { ...by, source });
  };
  if (Object.keys(own).length > 0) add(row(author, entry, OWN, own));
  for (const one of handed) {
    const { entry: told, controller, basis, earlier: sources } = one;
    const carries = patient !== null && entriesWithPatient.includes(told);
    const body = { ...disclosed, ...(carries ? { patient } : {}) };
    if (sources === undefined) {
      // Units of one controller share its copy: the author's own is never less than it was.
      const whole = controller === author ? { ...body, ...own } : body;
      if (Object.keys(whole).length === 0) continue;
      // Of several entries of one event its copy bears the name of the first, or of the one with
      // the patient's facts.
      const isFirst = (rows.get(controller)?.legalBasis ?? OWN) === OWN;
      if (basis === null) kept.push(one);
      else if (carries || isFirst) add(row(controller, told, basis, whole), one);
      continue;
    }
    // The author's controller has the original.
    if (controller === author) continue;
    const found = sources.filter((source) => earlier.has(source));
    if (basis === null) {
      if (found.length > 0) kept.push(one);
      continue;
    }
    for (const source of found) {
      add(row(controller, told, basis, earlier.get(source) ?? {}, source), one);
    }
  }
  return { rows: [...rows.values()], sent: [...sent.values()], kept };
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
