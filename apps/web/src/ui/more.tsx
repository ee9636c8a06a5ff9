import { useState } from 'react';
import { useTexts } from '../language';
import type { List } from '../list';
import { Button } from './button';

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
    <Button isOff={isReading} onPress={() => isReading || void read()}>
      {isReading ? t.loading : t.loadMore}
    </Button>
  );
}
