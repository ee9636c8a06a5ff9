import { useId, type ReactNode } from 'react';
import type { Resource } from '../resource';
import { Failure } from '../ui/failure';
import { LinkButton } from '../ui/link-button';
import { useTexts } from '../language';

interface SectionProps {
  readonly heading: string;
  /** What the section counts, in words. */
  readonly lead: string;
  readonly to?: { readonly path: string; readonly label: string };
  readonly children: ReactNode;
}

/** One of the things that an administrator follows. */
export function Section({ heading, lead, to, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <p className="hint">{lead}</p>
      {children}
      {to !== undefined && (
        <p>
          <LinkButton to={to.path}>{to.label}</LinkButton>
        </p>
      )}
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly string[];
  /** What stands there when there is nothing to do. */
  readonly nothing: string;
}

/** What there is to do, a line each. */
export function Lines({ lines, nothing }: LinesProps) {
  if (lines.length === 0) return <p className="empty">{nothing}</p>;
  return (
    <ul className="rows">
      {lines.map((line) => (
        <li key={line} className="row row-alone">
          {line}
        </li>
      ))}
    </ul>
  );
}

interface OfProps<Data> {
  readonly resource: Resource<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** What is made of something that is read. */
export function Of<Data>({ resource, children }: OfProps<Data>) {
  const { loading } = useTexts();
  return (
    <>
      <Failure resource={resource} />
      {resource.data !== null
        ? children(resource.data)
        : resource.problem === null && <p>{loading}</p>}
    </>
  );
}
