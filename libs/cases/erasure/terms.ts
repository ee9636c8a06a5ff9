import type { Directory } from '@hemgang/directory';
import { rule, type Citation, type Clock, type Confidence, type Instant } from '@hemgang/kernel';
import type { RetentionTermStore } from '@hemgang/store';
import { LOG_CITATION, LOG_YEARS, LOG_YEARS_MIN, RETENTION, type FileKind } from './retention';

/** What a term is about: a kind of file, or the access log with what is noted of staff. */
export type TermKind = FileKind | 'access-log';

/** How long a controller keeps something, and whence that comes. */
export interface RetentionTerm {
  readonly kind: TermKind;
  readonly years: number;
  /** What the law asks for at least. */
  readonly minimum: number;
  readonly rule: Citation;
  /** What the years stand on: the law as it was read, an assumption of ours, or the controller's decision. */
  readonly source: string;
  readonly confidence: Confidence;
  /** Null: nobody has entered anything. */
  readonly entered: { readonly at: Instant; readonly by: string } | null;
}

export type RetentionTerms = Readonly<Record<TermKind, RetentionTerm>>;

/** A term that is to be entered. */
export interface NewTerm {
  readonly controller: string;
  readonly kind: TermKind;
  readonly years: number;
  readonly source: string;
  /** The assignment of an administrator of the controller. */
  readonly by: string;
}

/** Why a term is not taken. */
export type TermRefusal = 'unknown-controller' | 'not-an-administrator' | 'below-the-law';

export const TERM_KINDS = [...Object.keys(RETENTION), 'access-log'] as readonly TermKind[];

/** The law's own terms, and ten years for logs, which is an assumption of ours. */
const OWN: RetentionTerms = Object.fromEntries(
  TERM_KINDS.map((kind) => [kind, ownTerm(kind)]),
) as RetentionTerms;

interface TermResources {
  readonly terms: RetentionTermStore;
  readonly clock: Clock;
  directory(): Directory;
}

/** How long each controller keeps what: never shorter than the law asks for. */
export class Terms {
  constructor(private readonly on: TermResources) {}

  /** What counts for a controller. @throws DatabaseUnavailable */
  async of(controller: string): Promise<RetentionTerms> {
    const entered = await this.on.terms.of(controller);
    const terms = { ...OWN };
    for (const kind of TERM_KINDS) {
      const row = entered.findLast((each) => each.kind === kind);
      if (row === undefined) continue;
      const { years, source, enteredAt: at, enteredBy: by } = row;
      terms[kind] = { ...OWN[kind], years, source, confidence: 'read', entered: { at, by } };
    }
    return terms;
  }

  /** @returns why nothing was written, if so @throws DatabaseUnavailable */
  async enter({ by, ...term }: NewTerm): Promise<'entered' | TermRefusal> {
    const directory = this.on.directory();
    if (directory.controller(term.controller) === undefined) return 'unknown-controller';
    const assignment = directory.assignment(by);
    const unit = assignment === undefined ? undefined : directory.unit(assignment.unit);
    const isTheirs = unit?.controller === term.controller;
    if (!isTheirs || assignment?.roles.includes('administrator') !== true) {
      return 'not-an-administrator';
    }
    if (term.years < OWN[term.kind].minimum) return 'below-the-law';
    await this.on.terms.add({ ...term, enteredAt: this.on.clock.now(), enteredBy: by });
    return 'entered';
  }
}

function ownTerm(kind: TermKind): RetentionTerm {
  if (kind === 'access-log') {
    return {
      ...{ kind, years: LOG_YEARS, minimum: LOG_YEARS_MIN, rule: LOG_CITATION },
      ...{ source: 'Hemgång', confidence: 'assumption', entered: null },
    };
  }
  const { years, citation } = RETENTION[kind];
  const { source, confidence } = rule(citation);
  return { kind, years, minimum: years, rule: citation, source, confidence, entered: null };
}
