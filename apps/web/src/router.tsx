import { createBrowserHistory, Link as RouterLink, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from './language';

/** Where the reader is and was; names of pages and ids of cases stand in it, never a patient's number. */
export const history = createBrowserHistory();

/** False until the reader has gone anywhere: a page that was just opened keeps the browser's focus. */
let hasNavigated = false;
history.subscribe(({ action: { type } }) => {
  // A filter that is put into the address takes nobody anywhere.
  if (type !== 'REPLACE') hasNavigated = true;
  if (type === 'PUSH') window.scrollTo(0, 0);
});

/** The path of the address. */
export function usePath(): string {
  return useLocation({ select: ({ pathname }) => pathname });
}

/** Goes to a page of the app without loading a new document. */
export function navigate(path: string): void {
  history.push(path);
}

interface LinkProps {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link within the app; with a modifier key it stays what the browser makes of it. */
export function Link({ to, ...props }: LinkProps) {
  return <RouterLink to={to} activeOptions={{ exact: true, includeSearch: false }} {...props} />;
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
