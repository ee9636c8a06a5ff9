import { useState } from 'react';
import { serverNow } from '../api/server-time';
import { fill, useTexts } from '../language';
import { formatClock } from '../time';

/** When what is shown was last read: the moment `of` became another object. */
export function Updated({ of }: { readonly of: unknown }) {
  const t = useTexts();
  const [read, setRead] = useState({ of, at: serverNow() });
  if (read.of !== of) setRead({ of, at: serverNow() });
  return <span>{fill(t.updatedAt, { time: formatClock(read.at) })}</span>;
}
