import { readCase } from '../api/reads';
import type { Case, CaseEvent, Me } from '../api/types';
import { caseAddress } from '../case/address';
import { useCase } from '../case/use-case';
import { useLanguage, useTexts } from '../language';
import { Link } from '../router';
import { formatInstant } from '../time';
import { Button } from '../ui/button';
import { Failure } from '../ui/failure';
import { answerWords } from '../words';
import { enteredBy, type Sitting } from './sitting';
import { useReentryTexts } from './texts';

interface EnteredProps {
  readonly sitting: Sitting;
  readonly me: Me;
}

/** What has been entered, as the logs of the stays have it: both times, and who has still to answer. */
export function Entered({ sitting, me }: EnteredProps) {
  const t = useReentryTexts();
  return (
    <section aria-labelledby="entered">
      <h2 id="entered">{t.entered}</h2>
      {sitting.stays.length === 0 && <p className="empty">{t.nothing}</p>}
      {sitting.stays.map((id) => (
        <EnteredOfStay key={id} id={id} sitting={sitting} me={me} />
      ))}
      {sitting.stays.length > 0 && (
        <p className="no-print">
          <Button onPress={() => window.print()}>{t.print}</Button>
        </p>
      )}
    </section>
  );
}

function EnteredOfStay({ id, sitting, me }: EnteredProps & { readonly id: string }) {
  const { nameNotDisclosed } = useTexts();
  const { found, events } = useCase('discharges', id, readCase);
  const view = found.data;
  const entered = enteredBy(me.staff, events.data ?? [], sitting);
  if (view === null) return <Failure resource={found} />;
  if (entered.length === 0) return null;
  return (
    <>
      <h3 id={`entered-${id}`}>
        <Link to={caseAddress(view.type, id)}>{view.patient?.name ?? nameNotDisclosed}</Link>
      </h3>
      <Table view={view} events={entered} labelledBy={`entered-${id}`} />
    </>
  );
}

interface TableProps {
  readonly view: Case;
  readonly events: readonly CaseEvent[];
  readonly labelledBy: string;
}

function Table({ view, events, labelledBy }: TableProps) {
  const t = useReentryTexts();
  const { language } = useLanguage();
  const time = (at: string) => <time dateTime={at}>{formatInstant(at, language)}</time>;
  return (
    <div className="table" tabIndex={0} role="group" aria-labelledby={labelledBy}>
      <table>
        <thead>
          <tr>
            {[t.what, t.actual, t.registered, t.answers].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map(({ seq, title, occurredAt, recordedAt, struckBy }) => (
            <tr key={seq}>
              <td>{struckBy === null ? title : <s>{title}</s>}</td>
              <td>{time(occurredAt)}</td>
              <td>{time(recordedAt)}</td>
              <td>
                <Answers view={view} event={seq} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What each unit that was told says of the actual time. */
function Answers({ view, event }: { readonly view: Case; readonly event: number }) {
  const { language } = useLanguage();
  const entry = view.afterwards.find((each) => each.event === event);
  return entry?.answers.map(({ unit, is }) => (
    <div key={unit.id}>
      {unit.name}: {answerWords[is]?.[language]}
    </div>
  ));
}
