import { judgeAccess, type Mask, type Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import type { CaseListRow } from '@hemgang/store';
import { caseTypeOf, type LineAt } from './case-types';
import { masked } from './masked';
import { directoryFor } from './names';
import { relationByLine } from './relation';

/**
 * A line of a list of cases as the reader may see it, and what of the case she is shown.
 * @returns null when she may not know of the case
 */
export function shownLine<Path extends string>(
  row: CaseListRow,
  reader: Reader,
  directory: Directory,
): { readonly line: LineAt<Path>; readonly mask: Mask } | null {
  const { type } = row.case;
  const relation = relationByLine(row);
  const answer = judgeAccess({ asks: 'read', reading: 'case', type, relation, by: reader });
  if (!answer.isAllowed) return null;
  const shown = caseTypeOf(type);
  const whole = shown.line(row, reader, directoryFor(directory, reader));
  const { mask } = answer;
  return { line: masked(whole, shown.lineFields, mask) as LineAt<Path>, mask };
}
