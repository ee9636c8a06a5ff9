import type { CaseState } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import {
  MUNICIPAL_TRANSFER,
  MUNICIPAL_TRANSFER_WORDS,
  type MunicipalTransferContext,
  type MunicipalTransferWord,
} from '@workflows/municipal-transfer';
import type { MunicipalTransferView } from './discharge-view';
import { unitView } from '../names';
import type { Reader } from '@hemgang/access';

/** Requests to move the case to another municipality, in the order in which they were made. */
export function transferViews(
  state: CaseState,
  directory: Directory,
  { language }: Reader,
): MunicipalTransferView[] {
  return Object.entries(state.machines)
    .filter(([, { kind }]) => kind === MUNICIPAL_TRANSFER)
    .map(([id, { value, context }]) => {
      const word = value as MunicipalTransferWord;
      const { from, unit, requestedAt } = context as unknown as MunicipalTransferContext;
      return {
        id,
        from: unitView(directory, from),
        to: unitView(directory, unit),
        word,
        text: MUNICIPAL_TRANSFER_WORDS[word][language],
        requestedAt,
      };
    });
}
