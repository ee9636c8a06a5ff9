import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Answer, Problem } from './api/answer';
import { useLanguage } from './language';

/** Something read from the server, as a page shows it. */
export interface Resource<Data> {
  /** The latest that was read; stays while it is read anew and when that fails. */
  readonly data: Data | null;
  /** Why the latest reading failed; null when it did not. */
  readonly problem: Problem | null;
  /** Reads again; the promise ends when the page knows the outcome. */
  readonly reload: () => Promise<void>;
}

/**
 * Reads when the page opens, when `key` changes (what was read for the old one is dropped) and when
 * the reader's language changes. An answer that comes after a later one is not shown.
 */
export function useResource<Data>(key: string, load: () => Promise<Answer<Data>>): Resource<Data> {
  const { language } = useLanguage();
  const [shown, setShown] = useState<{ key: string; data: Data | null; problem: Problem | null }>({
    key,
    data: null,
    problem: null,
  });
  const started = useRef(0);
  const finished = useRef(0);
  const read = async () => {
    started.current += 1;
    const turn = started.current;
    const answer = await load();
    if (turn < finished.current) return;
    finished.current = turn;
    setShown((before) =>
      answer.ok
        ? { key, data: answer.data, problem: null }
        : { key, data: before.key === key ? before.data : null, problem: answer.problem },
    );
  };
  const readNow = useEffectEvent(read);
  useEffect(() => void readNow(), [key, language]);
  const isCurrent = shown.key === key;
  return {
    data: isCurrent ? shown.data : null,
    problem: isCurrent ? shown.problem : null,
    reload: read,
  };
}
