import type { CaseState } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import { MOVE, MOVE_WORDS, type MoveContext, type MoveWord } from '@workflows/move';
import type { MoveView } from './discharge-view';
import { unitView } from '../names';
import type { Reader } from '@hemgang/access';

/** The patient's moves within the region, in the order in which they were asked for. */
export function moveViews(
  state: CaseState,
  directory: Directory,
  { language }: Reader,
): MoveView[] {
  return Object.entries(state.machines)
    .filter(([, { kind }]) => kind === MOVE)
    .map(([id, { value, context }]) => {
      const word = value as MoveWord;
      const { from, unit, requestedAt, plannedAt, readyAt } = context as unknown as MoveContext;
      return {
        id,
        from: unitView(directory, from),
        to: unitView(directory, unit),
        word,
        text: MOVE_WORDS[word][language],
        requestedAt,
        plannedAt,
        readyAt,
      };
    });
}
