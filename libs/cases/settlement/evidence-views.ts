import type { DutyDeclaration, Outcome } from '@hemgang/engine';
import type { Language, Text } from '@hemgang/kernel';
import { discharge } from '@workflows/discharge';
import { sip } from '@workflows/sip';
import type { Side } from './evidence';
import type { EvidenceView } from './settlement-view';
import type { HeldVersion } from './versions-held';

const SIDE_TEXTS: Readonly<Record<Side, Text>> = {
  region: { sv: 'Regionen', en: 'The region' },
  municipality: { sv: 'Kommunen', en: 'The municipality' },
  other: { sv: 'Annan', en: 'Somebody else' },
};

/** Ends that mean that it was done. */
const DONE: readonly (Outcome | null)[] = ['fulfilled', 'waived'];

/** The duties that rows rest on, by key; the same key means the same duty in every machine. */
const DUTIES: ReadonlyMap<string, DutyDeclaration> = new Map(
  [sip, discharge]
    .flatMap(({ machines }) => machines)
    .flatMap(({ duties }) => Object.entries(duties)),
);

/** What both sides owed in the stays of a computation, as it stood then. */
export function evidenceViews(
  { underlag, computedAt }: HeldVersion,
  language: Language,
): EvidenceView[] {
  return underlag.evidence.map(({ pseudonym, side, key, since, due, closedAt, outcome }) => {
    const duty = DUTIES.get(key);
    const judged = closedAt === null || DONE.includes(outcome);
    return {
      ...{ pseudonym, side, key, since, closedAt, outcome },
      sideText: SIDE_TEXTS[side][language],
      title: duty?.title[language] ?? key,
      rule: duty?.rule ?? null,
      dueAt: due,
      late: judged && due !== null && (closedAt ?? computedAt) > due,
    };
  });
}
