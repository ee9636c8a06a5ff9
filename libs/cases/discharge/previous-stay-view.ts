import type { Directory } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';
import { dischargeContext } from '@workflows/discharge';
import type { CaseRows, Told } from '../case-type';
import { dutyView } from '../duty-view';
import { unitView } from '../names';
import type { Reader } from '@hemgang/access';
import type { PreviousStayView } from './discharge-view';
import { handoverViews } from './handover-view';

/**
 * Whether a reader of the new stay may see the process of the one before it: whoever took part in
 * it, and the authority that had the patient then, unless that unit is marked sensitive.
 */
export function maySeePrevious(
  { case: { state }, parties }: CaseRows,
  reader: Reader,
  directory: Directory,
): boolean {
  if (parties.some(({ unit }) => unit === reader.unit)) return true;
  const ward = directory.unit(dischargeContext(state).unit);
  return ward?.sensitive === false && directory.controllerOf(ward.id)?.id === reader.controller;
}

/** The process of the stay before: units, words and times; contents stay where they are. */
export function previousStayView(
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
