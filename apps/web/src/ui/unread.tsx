import { useEffect, useEffectEvent, useState } from 'react';
import type { Answer } from '../api/answer';
import { answerOf, api } from '../api/client';
import { fill, useTexts } from '../language';
import { useLive } from '../live';
import { usePath } from '../router';
import { useSettled } from '../use-settled';

/** In how many cases the unit was told something that nobody there has seen. Nothing while none. */
export function Unread() {
  const t = useTexts();
  const path = usePath();
  const [cases, setCases] = useState(0);
  const read = async () => {
    const answer = await readUnread();
    if (answer.ok) setCases(answer.data.cases);
  };
  const readNow = useEffectEvent(read);
  // What was opened a page ago is read by now.
  useEffect(() => void readNow(), [path]);
  useLive(useSettled(read));
  return cases === 0 ? null : <span className="unread">{fill(t.unread, { cases })}</span>;
}

function readUnread(): Promise<Answer<{ readonly cases: number }>> {
  return answerOf(api.GET('/api/v1/notices/unread'));
}
