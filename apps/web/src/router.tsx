import { useEffect, useRef, useSyncExternalStore, type MouseEvent, type ReactNode } from 'react';
import { useTexts } from './language';

const NAVIGATED = 'hemgang:navigated';

/** False until the reader has gone anywhere: a page that was just opened keeps the browser's focus. */
let hasNavigated = false;

/** The path of the address; ids of cases and names of pages stand in it, never a patient's number. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

/** Goes to a page of the app without loading a new document. */
export function navigate(path: string): void {
  window.history.pushState(null, '', path);
  window.dispatchEvent(new Event(NAVIGATED));
  window.scrollTo(0, 0);
}

interface LinkProps {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link within the app; with a modifier key it stays what the browser makes of it. */
export function Link({ to, className, children }: LinkProps) {
  const isCurrent = usePath() === to;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a
      href={to}
      className={className}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}

/** The heading of a page: names the document, and gets the focus when the reader came by a link. */
export function PageHeading({ children }: { readonly children: string }) {
  const { product } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasNavigated) heading.current?.focus();
  }, []);
  useEffect(() => {
    document.title = `${children} – ${product}`;
  }, [children, product]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

function subscribe(listener: () => void): () => void {
  const moved = () => {
    hasNavigated = true;
    listener();
  };
  window.addEventListener(NAVIGATED, moved);
  window.addEventListener('popstate', moved);
  return () => {
    window.removeEventListener(NAVIGATED, moved);
    window.removeEventListener('popstate', moved);
  };
}
