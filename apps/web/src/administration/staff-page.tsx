import { useId, useState, type SubmitEvent } from 'react';
import type { Me, StaffMember } from '../api/types';
import { fill, useTexts } from '../language';
import { useResource } from '../resource';
import { Link, navigate, PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { useNoticeTexts } from '../notices/texts';
import { FOUND_MAX, readOwnUnits, searchStaff } from './admin-api';
import { AssignmentFields, bodyOf, EMPTY } from './assignment-fields';
import { AssignmentLine } from './assignment-line';
import { useAdminTexts } from './texts';
import { useChange } from './use-change';
import { Button } from '../ui/button';
import { LinkButton } from '../ui/link-button';

/** Who keeps the staff of a controller, by the policy. */
export function isAdministrator({ may }: Me): boolean {
  return may.operations.includes('searchStaff');
}

/** The controller's staff, by name. */
export function StaffPage({ me }: { readonly me: Me }) {
  const t = useAdminTexts();
  return (
    <>
      <PageHeading>{t.heading}</PageHeading>
      {isAdministrator(me) ? <Search /> : <p>{t.notYours}</p>}
    </>
  );
}

function Search() {
  const t = useAdminTexts();
  const notices = useNoticeTexts();
  const id = useId();
  const [name, setName] = useState('');
  const found = useResource(`staff ${name}`, () => searchStaff(name));
  return (
    <>
      <div className="list-head">
        <p>{t.lead}</p>
        <p className="choices">
          <LinkButton to="/behorigheter/enheter">{t.units}</LinkButton>
          <LinkButton to="/behorigheter/program">{t.machines}</LinkButton>
          <LinkButton to="/behorigheter/webhookar">{t.webhooks}</LinkButton>
          <LinkButton to="/behorigheter/skydd">{t.shieldContacts}</LinkButton>
          <LinkButton to="/utskick">{notices.deliveries}</LinkButton>
          <LinkButton to="/behorigheter/bekrafta">{t.toConfirm}</LinkButton>
          <LinkButton to="/behorigheter/ny" variant="primary">
            {t.add}
          </LinkButton>
        </p>
      </div>
      <div className="field">
        <label htmlFor={id}>{t.search}</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <Failure resource={found} />
      {found.data !== null && (
        <People people={found.data.items} isMore={found.data.next !== null} />
      )}
    </>
  );
}

function People(props: { readonly people: readonly StaffMember[]; readonly isMore: boolean }) {
  const { people, isMore } = props;
  const t = useAdminTexts();
  return (
    <>
      <p role="status" className="hint">
        {fill(isMore ? t.foundMany : t.found, { count: isMore ? FOUND_MAX : people.length })}
      </p>
      {people.length === 0 ? (
        <p className="empty">{t.nobody}</p>
      ) : (
        <ul className="rows">
          {people.map(({ id, name, assignments }) => (
            <li key={id} className="row row-alone">
              <div>
                <Link to={`/behorigheter/personal/${id}`} className="row-link">
                  <strong>{name}</strong>
                </Link>
                {assignments
                  .filter(({ state }) => state !== 'ended')
                  .map((assignment) => (
                    <p key={assignment.id}>
                      <AssignmentLine assignment={assignment} />
                    </p>
                  ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Takes somebody in, with a first assignment. */
export function AddStaffPage({ me }: { readonly me: Me }) {
  const t = useAdminTexts();
  return (
    <>
      <PageHeading>{t.add}</PageHeading>
      {isAdministrator(me) ? <AddStaff /> : <p>{t.notYours}</p>}
    </>
  );
}

function AddStaff() {
  const t = useAdminTexts();
  const { cancel } = useTexts();
  const id = useId();
  const units = useResource('own units', readOwnUnits);
  const [name, setName] = useState('');
  const [employee, setEmployee] = useState('');
  const [typed, setTyped] = useState(EMPTY);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const { send, isSending, problem } = useChange(() => navigate('/behorigheter'));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const isMissing = name.trim() === '' || typed.unit === '' || typed.roles.length === 0;
    setIsIncomplete(isMissing);
    const body = { name: name.trim(), employee: employee.trim() || null };
    if (!isMissing) void send('staff', { ...body, assignment: bodyOf(typed) });
  };
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <Failure resource={units} />
      {isIncomplete && (
        <p className="message message-error" role="alert">
          {t.fillIn}
        </p>
      )}
      <Refusal problem={problem} />
      <div className="field">
        <label htmlFor={`${id}-name`}>{t.name}</label>
        <input
          id={`${id}-name`}
          required
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-employee`}>
          {t.employee}
          <span className="optional"> ({t.optional})</span>
        </label>
        <input
          id={`${id}-employee`}
          value={employee}
          onChange={({ target }) => setEmployee(target.value)}
        />
      </div>
      <AssignmentFields units={units.data?.items ?? []} typed={typed} onChange={setTyped} />
      <div className="buttons">
        <Button type="submit" variant="primary" isOff={isSending}>
          {isSending ? t.saving : t.save}
        </Button>
        <LinkButton to="/behorigheter" isBack>
          {cancel}
        </LinkButton>
      </div>
    </form>
  );
}
