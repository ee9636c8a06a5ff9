import { useEffect, useEffectEvent, useRef } from 'react';

/** One thing done in the county may be told as several changes; they are read once. */
const SETTLE_MS = 300;

/** Gives a function that runs `act` once shortly after it was called, however often it is. */
export function useSettled(act: () => Promise<void>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const actNow = useEffectEvent(() => {
    timer.current = null;
    void act();
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  const start = useEffectEvent(() => {
    timer.current ??= setTimeout(actNow, SETTLE_MS);
  });
  return start;
}
