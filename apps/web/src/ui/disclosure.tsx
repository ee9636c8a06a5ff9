import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';

interface DisclosureProps {
  readonly summary: string;
  /** Is part of what is printed: on paper nothing can be asked for. */
  readonly isPrinted?: boolean;
  readonly children: ReactNode;
}

/** Something that is shown, and made, only when it is asked for: a list may have a hundred of these. */
export function Disclosure({ summary, isPrinted = false, children }: DisclosureProps) {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (!isPrinted) return;
    // What is not there when the browser has told of it is not on the paper.
    const open = () => flushSync(() => setIsOpen(true));
    addEventListener('beforeprint', open);
    return () => removeEventListener('beforeprint', open);
  }, [isPrinted]);
  return (
    <details
      className="panel"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{summary}</summary>
      {isOpen && children}
    </details>
  );
}
