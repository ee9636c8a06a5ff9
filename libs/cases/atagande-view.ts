import type { CaseState } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import type { StoredContent } from '@hemgang/store';
import { ATAGANDE, ATAGANDE_WORDS, atagandeWord, type AtagandeContext } from '@workflows/atagande';
import type { AtagandeView } from './case-view';
import { unitView } from './names';
import type { Reader } from '@hemgang/access';

/** A commitment is named after the event that made it: `a7`. */
const ATAGANDE_ID = /^a(\d+)$/;

type Contents = readonly Pick<StoredContent, 'seq' | 'body'>[];

/**
 * The words of a commitment, as the reader's controller was told them.
 * @param machine id of any machine; null for one that is no commitment
 */
export function wordsOf(contents: Contents, machine: string): string | null {
  const [, seq] = ATAGANDE_ID.exec(machine) ?? [];
  const content = contents.find((each) => String(each.seq) === seq);
  const text = content?.body['text'];
  return typeof text === 'string' ? text : null;
}

/** The commitments of a case in the order in which they were made. */
export function atagandeViews(
  { machines }: CaseState,
  contents: Contents,
  directory: Directory,
  { language }: Reader,
): AtagandeView[] {
  return Object.entries(machines)
    .filter(([, { kind }]) => kind === ATAGANDE)
    .map(([id, machine]) => {
      const { by, to, owner, dueAt } = machine.context as unknown as AtagandeContext;
      const word = atagandeWord(machine);
      return {
        id,
        by: unitView(directory, by),
        to: to === null ? null : unitView(directory, to),
        owner: unitView(directory, owner),
        text: wordsOf(contents, id),
        dueAt,
        word,
        wordText: ATAGANDE_WORDS[word][language],
      };
    });
}
