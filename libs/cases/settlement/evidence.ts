import type { Directory } from '@hemgang/directory';
import type { Outcome } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import type { CaseStore } from '@hemgang/store';
import type { MonthBasis } from './basis-source';

export type Side = 'region' | 'municipality' | 'other';

/** What one side owed in a stay behind the rows, and when it did it. Nothing says whose stay. */
export interface EvidenceLine {
  readonly pseudonym: string;
  readonly key: string;
  readonly side: Side;
  readonly since: Instant;
  readonly due: Instant | null;
  readonly closedAt: Instant | null;
  readonly outcome: Outcome | null;
}

/** SCB writes a region with two digits. */
const REGION_CODE_DIGITS = 2;

/**
 * The duties of both sides in every case that the rows rest on, as they stand when the month is
 * computed: they lie with the rows, so that later events change nothing of what was signed.
 */
export async function evidenceOf(
  cases: Pick<CaseStore, 'dutiesOf'>,
  directory: Directory,
  { municipality, rows }: Pick<MonthBasis, 'municipality' | 'rows'>,
): Promise<readonly EvidenceLine[]> {
  const pseudonyms = new Map(
    rows.flatMap(({ pseudonym, case: stay, events }) =>
      [stay, ...events.map(caseOf)].map((id) => [id, pseudonym] as const),
    ),
  );
  const duties = await cases.dutiesOf([...pseudonyms.keys()]);
  const order = [...new Set(pseudonyms.values())];
  return duties
    .map(({ case: id, unit, ...duty }) => ({
      pseudonym: pseudonyms.get(id) ?? '',
      side: sideOf(directory, unit, municipality),
      ...duty,
    }))
    .sort((a, b) => order.indexOf(a.pseudonym) - order.indexOf(b.pseudonym));
}

/** `<case>.<event>` names the case. */
function caseOf(event: string): string {
  return event.slice(0, event.lastIndexOf('.'));
}

function sideOf(directory: Directory, unit: string, municipality: string): Side {
  const code = directory.huvudmanOf(unit)?.code;
  if (code?.length === REGION_CODE_DIGITS) return 'region';
  return code === municipality ? 'municipality' : 'other';
}
