import type { CaseState } from '@hemgang/engine';
import { dischargeContext } from '@workflows/discharge';
import type { HandoverContext } from '@workflows/handover';
import { atagandeViews } from '../atagande-view';
import type { Beside, Told } from '../case-type';
import type { Reader } from '@hemgang/access';
import { isBeforeDuty, joinedAt } from '../disclosure/process-facts';
import { sharedView } from '../shared-view';
import { delayView } from './delay-view';
import type { DischargeView, HandoverView, SipOfStayView } from './discharge-view';
import { handoverViews } from './handover-view';
import { jointAnswers } from './joint-answers';
import { moveViews } from './move-view';
import { previousIn } from './previous-stay-view';
import { readinessViews } from './readiness-view';
import { keptSecret } from './secrecy';
import { stayView } from './stay-view';
import { transferViews } from './transfer-view';
import { whoView } from './who-view';
import { dischargeWords } from './words';

/** A stay for a party in its own right. */
export async function wholeView(told: Told, beside: Beside): Promise<DischargeView> {
  const { rows, reader, directory } = told;
  const { state } = rows.case;
  const secret = keptSecret(told);
  const since = joinedAt(told, dischargeContext(state).unit);
  const duties = rows.duties.filter(
    (duty) => duty.openedSeq !== secret && !isBeforeDuty(told, since, duty),
  );
  const shared = sharedView({ ...told, rows: { ...rows, duties } }, dischargeWords);
  const { readmission, readiness } = dischargeContext(state);
  return {
    ...shared,
    ...whoView(told, shared.isChild),
    ...stayView(state, reader, directory),
    ...(secret === null ? {} : { utskrivningsklar: null }),
    previous: await previousIn(told, beside),
    readmission: readmission ?? null,
    jointAnswers: jointAnswers(state, directory, reader.language),
    handovers: await withStartLinks(handoverViews(state, directory, reader), told, beside),
    moves: moveViews(state, directory, reader),
    ataganden: atagandeViews(state, rows.contents, directory, reader),
    readiness: readinessViews(readiness ?? {}, directory, reader),
    delay: delayView(told, duties),
    transfers: transferViews(state, directory, reader),
    sips: await sipsOf(told, beside),
  };
}

/** The stay's SIPs, and which of them the reader may open: not every party of the stay is one of a SIP. */
async function sipsOf({ rows, reader }: Told, beside: Beside): Promise<DischargeView['sips']> {
  const { sips = [] } = dischargeContext(rows.case.state);
  const may = ({ parties }: Told['rows']) => parties.some(({ unit }) => unit === reader.unit);
  const views: SipOfStayView[] = [];
  // One after another: they share the reader's connection.
  for (const { case: sip, calledAt = null, declined = false } of sips) {
    const takesPart =
      (await beside.otherCase(sip, 'sip-of-stay', 'read:sip-of-stay', may)) !== null;
    views.push({ case: sip, calledAt, declined, takesPart });
  }
  return views;
}

/** The unit that made a link sees it, as long as it holds, to send it on. */
function withStartLinks(
  handovers: readonly HandoverView[],
  { rows: { case: stored }, reader }: Told,
  { signer }: Beside,
): Promise<readonly HandoverView[]> {
  if (signer === null) return Promise.resolve(handovers);
  return Promise.all(
    handovers.map(async (handover) => {
      const link = linkOf(stored.state, handover, reader);
      if (link === undefined) return handover;
      const named = { caseId: stored.id, handover: handover.id, link: link.id };
      const token = await signer.sign(named);
      return { ...handover, startLink: { path: `/start/${token}`, expiresAt: link.expiresAt } };
    }),
  );
}

function linkOf(
  { machines }: CaseState,
  handover: HandoverView,
  { unit }: Reader,
): HandoverContext['link'] {
  if (handover.unit.id !== unit) return undefined;
  return (machines[handover.id]?.context as Partial<HandoverContext> | undefined)?.link;
}
