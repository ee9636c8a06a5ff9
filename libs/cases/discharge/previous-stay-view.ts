import type { Directory } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import { dischargeContext } from '@workflows/discharge';
import type { Beside, CaseRows, Told } from '../case-type';
import { dutyView } from '../duty-view';
import { unitView } from '../names';
import type { Reader } from '@hemgang/access';
import { shows } from '../protection/shield';
import type { PreviousStayView } from './discharge-view';
import { handoverViews } from './handover-view';

/**
 * Whether a reader of the new stay may see the process of the one before it: whoever took part in
 * it, and the authority that had the patient then, unless that unit is marked sensitive.
 */
function maySeePrevious(
  { case: { state }, parties }: CaseRows,
  reader: Reader,
  directory: Directory,
): boolean {
  if (parties.some(({ unit }) => unit === reader.unit)) return true;
  const ward = directory.unit(dischargeContext(state).unit);
  return ward?.sensitive === false && directory.controllerOf(ward.id)?.id === reader.controller;
}

/** The stay before, when the reader may see it. */
export async function previousIn(told: Told, beside: Beside): Promise<PreviousStayView | null> {
  const { rows, reader, directory } = told;
  const { previous } = dischargeContext(rows.case.state);
  // Whoever has got another identity is not linked to what was before.
  if (previous == null || !shows(told.shield, 'earlier-stays')) return null;
  const may = (before: CaseRows) => maySeePrevious(before, reader, directory);
  const found = await beside.otherCase(previous.case, 'previous-stay', 'read:previous-stay', may);
  return found === null ? null : previousStayView({ ...told, ...found }, previous.endedAt);
}

/** The process of the stay before: units, words and times; contents stay where they are. */
function previousStayView(
  { workflow, rows, reader, directory, now }: Told,
  endedAt: Instant,
): PreviousStayView {
  const { state, id } = rows.case;
  const context = { directory, language: reader.language, now };
  const late = rows.duties.filter(
    ({ breached, closedAt, due }) => breached || (closedAt === null && due !== null && due < now),
  );
  return {
    id,
    endedAt,
    ward: unitView(directory, dischargeContext(state).unit),
    handovers: handoverViews(state, directory, reader),
    late: late.map((duty) => dutyView(context, workflow, duty, null)),
  };
}
