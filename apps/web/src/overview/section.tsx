import { useId, type ReactNode } from 'react';
import type { Resource } from '../resource';
import { Failure } from '../ui/failure';
import { Disclosure } from '../ui/disclosure';
import { LinkButton } from '../ui/link-button';
import { fill, useTexts } from '../language';
import { useOverviewTexts } from './texts';

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

/** So many lines are read at a glance; a county of hospitals may have fifty. */
const LINES_AT_ONCE = 8;

/** What there is to do, a line each; the first of many, and the others when they are asked for. */
export function Lines({ lines, nothing }: LinesProps) {
  const t = useOverviewTexts();
  if (lines.length === 0) return <p className="empty">{nothing}</p>;
  const others = lines.slice(LINES_AT_ONCE);
  return (
    <>
      <Rows lines={lines.slice(0, LINES_AT_ONCE)} />
      {others.length > 0 && (
        <Disclosure summary={fill(t.more, { count: others.length })}>
          <Rows lines={others} />
        </Disclosure>
      )}
    </>
  );
}

function Rows({ lines }: Pick<LinesProps, 'lines'>) {
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
