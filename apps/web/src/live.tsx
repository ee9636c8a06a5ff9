import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
  type ReactNode,
} from 'react';
import { Live, type Change, type DraftChange } from './api/live';

const LiveContext = createContext<Live>(new Live());

/** Follows the server for as long as somebody is signed in. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [live] = useState(() => new Live());
  useEffect(() => {
    const ending = new AbortController();
    void live.follow(ending.signal);
    return () => ending.abort();
  }, [live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Calls `react` whenever the server tells of a change. */
export function useLive(react: (change: Change) => void): void {
  const live = useContext(LiveContext);
  const latest = useEffectEvent(react);
  useEffect(() => live.subscribe(latest), [live]);
}

/** Calls `react` whenever the draft of a plan has changed. */
export function useDrafts(react: (change: DraftChange) => void): void {
  const live = useContext(LiveContext);
  const latest = useEffectEvent(react);
  useEffect(() => live.subscribeToDrafts(latest), [live]);
}

/** Tells every open part of the page to read again. */
export function useTellLive(): (change: Change) => void {
  const live = useContext(LiveContext);
  return (change) => live.tell(change);
}
