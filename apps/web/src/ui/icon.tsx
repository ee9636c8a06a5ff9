const PATHS = {
  /** A triangle with an exclamation mark. */
  late: 'M8 1.5 15.2 14H.8L8 1.5Zm-.8 4.6.2 4.2h1.2l.2-4.2H7.2ZM8 11.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6Z',
  /** A clock. */
  soon: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6Zm.8 1.6v3.5l2.3 1.4-.8 1.3-3.1-1.9V4.2h1.6Z',
  /** A tick. */
  done: 'm13.9 4-7.6 8.2L2.1 8l1.2-1.2 2.9 2.9 6.5-6.9L13.9 4Z',
} as const;

/** A picture beside a text that says the same. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path fillRule="evenodd" d={PATHS[name]} />
    </svg>
  );
}
