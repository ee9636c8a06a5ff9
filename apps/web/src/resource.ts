import { useQuery } from '@tanstack/react-query';
import type { Answer, Problem } from './api/answer';
import { useLanguage } from './language';

/** Something read from the server, as a page shows it. */
export interface Resource<Data> {
  /** The latest that was read; stays while it is read anew and when that fails for want of contact. */
  readonly data: Data | null;
  /** Why the latest reading failed; null when it did not. */
  readonly problem: Problem | null;
  /** Reads again; the promise ends when the outcome is known. */
  readonly reload: () => Promise<void>;
}

/** The reader may not see it (any more). */
const TAKEN_AWAY = [403, 404];

/**
 * Reads when the page opens and when `key` or the reader's language changes. Parts of a page that name
 * the same key share one reading. Nothing is kept of a page that has been left.
 */
export function useResource<Data>(key: string, load: () => Promise<Answer<Data>>): Resource<Data> {
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery<Data, Refused>({
    queryKey: [key, language],
    queryFn: async () => {
      const answer = await load();
      if (!answer.ok) throw new Refused(answer.problem);
      return answer.data;
    },
    // In the other language it is the same, until its words have come.
    placeholderData: (before, of) => (of?.queryKey[0] === key ? before : undefined),
  });
  const problem = error?.problem ?? null;
  const isTakenAway = problem !== null && TAKEN_AWAY.includes(problem.status);
  const reload = async () => {
    await refetch();
  };
  return { data: isTakenAway ? null : (data ?? null), problem, reload };
}

/** Why a reading was not answered, as TanStack Query hands it on. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}
