import type { CaseState } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import { dischargeContext } from '@workflows/discharge';
import { HANDOVER, HANDOVER_WORDS, handoverWord, type HandoverContext } from '@workflows/handover';
import type { HandoverView } from './case-view';
import { personView, unitView } from './names';
import type { Reader } from './reader';

/** The receiving side of a case, one line for each unit that was told. */
export function handoverViews(
  state: CaseState,
  directory: Directory,
  { language }: Reader,
): HandoverView[] {
  return Object.entries(state.machines)
    .filter(([, machine]) => machine.kind.startsWith(`${HANDOVER}-`))
    .map(([id, machine]) => {
      const word = handoverWord(machine);
      const context = machine.context as unknown as HandoverContext;
      return {
        id,
        unit: unitView(directory, context.unit),
        kind: context.kind,
        word,
        text: HANDOVER_WORDS[word][language],
        canReceiveFrom: context.canReceiveFrom,
        fastVardkontakt: context.fastVardkontakt && {
          person: personView(directory, context.fastVardkontakt.staff),
          isCalling: dischargeContext(state).calling === id,
        },
        unacknowledged: context.unacknowledged,
      };
    });
}
