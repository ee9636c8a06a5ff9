import { useState, type ReactNode } from 'react';
import type { Answer } from '../api/answer';
import type { AnyCase, Me } from '../api/types';
import { useTexts } from '../language';
import { PatientOperations } from '../protection/patient-operations';
import { Link, PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { useNow } from '../use-now';
import type { Chosen } from './chosen';
import { Commands } from './commands';
import { Deliveries } from './deliveries';
import { Disclosures } from './disclosures';
import { Duties } from './duties';
import { Entries } from './entries';
import type { CaseKit } from './kit';
import { ShieldBand } from './shield';
import { SinceAcknowledged } from './since-acknowledged';
import { Timeline } from './timeline';
import { useCase } from './use-case';

interface CaseFrameProps<View extends AnyCase> {
  readonly kit: CaseKit<View>;
  readonly id: string;
  readonly me: Me;
  readonly read: (id: string) => Promise<Answer<View>>;
  /** The heading until the person is known. */
  readonly heading: string;
  /** Who it is about and the facts of the case. */
  readonly head: (view: View) => ReactNode;
  /** What is between what one can do and who owes what. */
  readonly before?: (view: View) => ReactNode;
  /** What is particular to the type; it may open the form of a command. */
  readonly children: (view: View, onChoose: (chosen: Chosen) => void) => ReactNode;
}

/** A case of any type: what it waits for, what one can do, who owes what, what has happened. */
export function CaseFrame<View extends AnyCase>(props: CaseFrameProps<View>) {
  const { kit, id, me, read, heading, head, before, children } = props;
  const t = useTexts();
  const now = useNow();
  const { found, events, reload } = useCase(kit.path, id, read);
  const view = found.data;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <>
      <p>
        <Link to="/">{t.back}</Link>
      </p>
      <PageHeading>{view?.patient?.name ?? heading}</PageHeading>
      <Failure resource={found} />
      {view === null && found.problem === null && <p>{t.loading}</p>}
      {view !== null && (
        <>
          <ShieldBand view={view} />
          <Why view={view} />
          {head(view)}
          <Commands
            kit={kit}
            view={view}
            me={me}
            events={events.data ?? []}
            reload={reload}
            chosen={chosen}
            onChoose={setChosen}
          />
          <SinceAcknowledged view={view} events={events.data ?? []} me={me} />
          {before?.(view)}
          <Duties duties={view.duties} sideOf={(duty) => kit.sideOf(duty, view)} now={now} />
          {children(view, setChosen)}
          <Entries view={view} events={events.data ?? []} named={kit.named?.(view) ?? []} />
          <Deliveries path={kit.path} id={id} />
          <Disclosures path={kit.path} id={id} />
          <PatientOperations view={view} reload={reload} />
          <Timeline
            view={view}
            events={events}
            onRattelse={(command, event) => setChosen({ command, event })}
          />
        </>
      )}
    </>
  );
}

/** Where the case stands and why. */
export function Why({ view: { state, stateText, why } }: { readonly view: AnyCase }) {
  const t = useTexts();
  return (
    <>
      <p>
        <span className={`state state-${state}`}>{stateText}</span>
      </p>
      <section className="why" aria-labelledby="why">
        <h2 id="why">{t.whyTitle}</h2>
        <p>{why}</p>
      </section>
    </>
  );
}
