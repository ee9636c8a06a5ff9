import { useState, type SubmitEvent } from 'react';
import type { Me, StaffMember } from '../api/types';
import { useTexts } from '../language';
import { useResource } from '../resource';
import { Link, PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { readOwnUnits, readPerson } from './admin-api';
import { AssignmentFields, bodyOf, EMPTY } from './assignment-fields';
import { AssignmentLine } from './assignment-line';
import { isAdministrator } from './staff-page';
import { useAdminTexts } from './texts';
import { useChange } from './use-change';
import { Button } from '../ui/button';

/** One of the controller's staff: her assignments, a new one, and her leaving. */
export function PersonPage({ id, me }: { readonly id: string; readonly me: Me }) {
  const t = useAdminTexts();
  const { loading } = useTexts();
  const person = useResource(`person ${id}`, () => readPerson(id));
  if (!isAdministrator(me)) return <PageHeading>{t.notYours}</PageHeading>;
  return (
    <>
      <PageHeading>{person.data?.name ?? t.heading}</PageHeading>
      <p>
        <Link to="/behorigheter">{t.back}</Link>
      </p>
      <Failure resource={person} />
      {person.data === null ? (
        person.problem === null && <p>{loading}</p>
      ) : (
        <Person person={person.data} reload={person.reload} />
      )}
    </>
  );
}

interface PersonProps {
  readonly person: StaffMember;
  readonly reload: () => Promise<void>;
}

function Person({ person, reload }: PersonProps) {
  const t = useAdminTexts();
  const [isSaved, setIsSaved] = useState(false);
  const done = async () => {
    await reload();
    setIsSaved(true);
  };
  const { send, isSending, problem } = useChange(done);
  const isHere = person.assignments.some(({ state }) => state !== 'ended');
  return (
    <>
      <p role="status">{isSaved && problem === null ? t.saved : ''}</p>
      <Refusal problem={problem} />
      <h2>{t.assignments}</h2>
      <ul className="rows">
        {person.assignments.map((assignment) => (
          <li key={assignment.id} className="row row-alone">
            <div>
              <p>
                <AssignmentLine assignment={assignment} />
              </p>
              {assignment.state !== 'ended' && (
                <Button
                  isOff={isSending}
                  aria-label={`${t.end}: ${assignment.unit.name}`}
                  onPress={() => void send(`assignments/${assignment.id}/end`, {}, person.version)}
                >
                  {t.end}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <NewAssignment person={person} onDone={done} />
      {isHere && (
        <Leaving onLeave={() => void send(`staff/${person.id}/end`, {}, person.version)} />
      )}
    </>
  );
}

function NewAssignment(props: {
  readonly person: StaffMember;
  readonly onDone: () => Promise<void>;
}) {
  const { person, onDone } = props;
  const t = useAdminTexts();
  const units = useResource('own units', readOwnUnits);
  const [typed, setTyped] = useState(EMPTY);
  const { send, isSending, problem } = useChange(async () => {
    setTyped(EMPTY);
    await onDone();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send(`staff/${person.id}/assignments`, bodyOf(typed), person.version);
  };
  return (
    <details className="panel">
      <summary>
        <h2>{t.newAssignment}</h2>
      </summary>
      <form noValidate autoComplete="off" onSubmit={submit}>
        <Refusal problem={problem} />
        <AssignmentFields units={units.data?.items ?? []} typed={typed} onChange={setTyped} />
        <div className="buttons">
          <Button type="submit" variant="primary" isOff={isSending}>
            {isSending ? t.saving : t.save}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** Asked twice: it signs somebody out. */
function Leaving({ onLeave }: { readonly onLeave: () => void }) {
  const t = useAdminTexts();
  const [isAsking, setIsAsking] = useState(false);
  return isAsking ? (
    <section className="message">
      <p>{t.endAllMeans}</p>
      <div className="buttons">
        <Button variant="danger" onPress={onLeave}>
          {t.sure}
        </Button>
        <Button onPress={() => setIsAsking(false)}>{t.cancel}</Button>
      </div>
    </section>
  ) : (
    <p>
      <Button onPress={() => setIsAsking(true)}>{t.endAll}</Button>
    </p>
  );
}
