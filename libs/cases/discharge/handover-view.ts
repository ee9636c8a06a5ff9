import type { CaseState } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import { dischargeContext } from '@workflows/discharge';
import { dispatchOf, type DispatchContext } from '@workflows/dispatch';
import {
  HANDOVER,
  HANDOVER_WORDS,
  handoverWord,
  HOMECOMING,
  rehabDays,
  type HandoverContext,
} from '@workflows/handover';
import type { HandoverView } from './discharge-view';
import { personView, unitView } from '../names';
import type { Reader } from '@hemgang/access';

const PREFIX = `${HANDOVER}-`;

/** The receiving side of a case: one line per unit that was told, and per way home from a korttids. */
export function handoverViews(
  state: CaseState,
  directory: Directory,
  { language, controller }: Reader,
): HandoverView[] {
  // How it goes with her rehabilitation is a matter of those alone who give it.
  const isOwn = ({ unit, executor = '' }: HandoverContext) =>
    [unit, executor].some((each) => directory.controllerOf(each)?.id === controller);
  return Object.entries(state.machines)
    .filter(([, { kind }]) => kind.startsWith(PREFIX) || kind === HOMECOMING)
    .map(([id, machine]) => {
      const word = handoverWord(machine);
      const context = machine.context as unknown as HandoverContext;
      const { executor, answer, plannedStart, contactAt, report, fastVardkontakt } = context;
      return {
        id,
        unit: unitView(directory, context.unit),
        kind: machine.kind.replace(PREFIX, ''),
        word,
        text: HANDOVER_WORDS[word][language],
        answer: answer ?? null,
        canReceiveFrom: context.canReceiveFrom,
        fastVardkontakt:
          fastVardkontakt === undefined
            ? null
            : {
                person: personView(directory, fastVardkontakt.staff),
                isCalling: dischargeContext(state).calling === id,
              },
        plannedStart: plannedStart ?? null,
        contactAt: contactAt ?? null,
        executor: executor === undefined ? null : unitView(directory, executor),
        startLink: null,
        report: report ?? null,
        rehab: isOwn(context) && context.rehab !== undefined ? rehabDays(context.rehab) : null,
        unacknowledged: context.unacknowledged.map(({ id, entry, sentAt }) => ({
          id,
          entry,
          sentAt,
        })),
        external: context.external === true,
        contact: directory.unit(context.unit)?.external ?? null,
        unsent: unsentTo(state, id),
      };
    });
}

/** What the ward has not carried yet to a receiver outside. */
function unsentTo({ machines }: CaseState, handover: string): HandoverView['unsent'] {
  const context = machines[dispatchOf(handover)]?.context as DispatchContext | undefined;
  return context?.unsent ?? [];
}
