import type { Answer } from '../api/answer';
import { readEvents } from '../api/reads';
import type { AnyCase, CaseEvent, CasePath } from '../api/types';
import { useLive } from '../live';
import { useResource, type Resource } from '../resource';
import { useSettled } from '../use-settled';

interface OpenedCase<View extends AnyCase> {
  readonly found: Resource<View>;
  readonly events: Resource<readonly CaseEvent[]>;
  /** Reads both again. */
  readonly reload: () => Promise<void>;
}

/** A case and its timeline, read again when somebody has changed it. */
export function useCase<View extends AnyCase>(
  path: CasePath,
  id: string,
  read: (id: string) => Promise<Answer<View>>,
): OpenedCase<View> {
  const found = useResource(`${path} ${id}`, () => read(id));
  const events = useResource(`events of ${path} ${id}`, () => readEvents(path, id));
  const reload = async () => {
    await Promise.all([found.reload(), events.reload()]);
  };
  const reloadSoon = useSettled(reload);
  useLive((change) => {
    if (change === 'anything' || change.caseId === id) reloadSoon();
  });
  return { found, events, reload };
}
