import { useRef } from 'react';
import type { Answer } from './api/answer';
import { PAGE_ITEMS_MAX } from './api/reads';
import type { Page } from './api/types';
import { useResource, type Resource } from './resource';

/** A screenful or two; the rest on demand. */
const ITEMS_AT_ONCE = 50;

/** How a list is read further. */
interface Further {
  /** Reads further; nothing else of the list moves. */
  readonly more: () => Promise<void>;
}

/** A list of the server as far as it has been read. */
export interface List<Item> extends Resource<Page<Item>>, Further {}

/**
 * Reads a list from its beginning; reading it again reads as much as was shown before.
 * @param atOnce how much is read at first
 */
export function useList<Found extends Page<unknown>>(
  key: string,
  load: (cursor: string | null, limit: number) => Promise<Answer<Found>>,
  atOnce = ITEMS_AT_ONCE,
): Resource<Found> & Further {
  const wanted = useRef({ key, count: atOnce });
  if (wanted.current.key !== key) wanted.current = { key, count: atOnce };
  const resource = useResource(key, () => readUpTo(wanted.current.count, load));
  const more = () => {
    wanted.current.count += ITEMS_AT_ONCE;
    return resource.reload();
  };
  return { ...resource, more };
}

/** What stands beside the items is that of the last page. */
async function readUpTo<Found extends Page<unknown>>(
  count: number,
  load: (cursor: string | null, limit: number) => Promise<Answer<Found>>,
): Promise<Answer<Found>> {
  const items: Found['items'][number][] = [];
  let next: string | null = null;
  for (;;) {
    const answer = await load(next, Math.min(count - items.length, PAGE_ITEMS_MAX));
    if (!answer.ok) return answer;
    items.push(...answer.data.items);
    ({ next } = answer.data);
    if (next === null || items.length >= count)
      return { ok: true, data: { ...answer.data, items } };
  }
}
