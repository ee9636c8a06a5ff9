import { useState } from 'react';
import { useTexts } from '../language';
import type { List } from '../list';

/** The button that reads a list further; absent when all of it is there. */
export function More({ list }: { readonly list: List<unknown> }) {
  const t = useTexts();
  const [isReading, setIsReading] = useState(false);
  if (list.data === null || list.data.next === null) return null;
  const read = async () => {
    setIsReading(true);
    await list.more();
    setIsReading(false);
  };
  return (
    <button type="button" aria-disabled={isReading} onClick={() => isReading || void read()}>
      {isReading ? t.loading : t.loadMore}
    </button>
  );
}
