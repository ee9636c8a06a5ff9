import { useEffect, useState } from 'react';
import { onDemoClock, serverNow } from './api/server-time';

/** Minutes are shown, so half a minute late is soon enough. */
const TICK_MS = 30_000;

/** The server's time in milliseconds; renders again as it passes and when the training clock moves. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tick = () => setNow(serverNow());
    const timer = setInterval(tick, TICK_MS);
    const unsubscribe = onDemoClock(tick);
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }, []);
  return now;
}
