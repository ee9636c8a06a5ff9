import { useId, useState, type SubmitEvent } from 'react';
import { handOverPatients } from '../api/contacts';
import { readColleagues } from '../api/reads';
import type { HandedOver, Page } from '../api/types';
import { caseAddress } from '../case/address';
import { useSending } from '../form/use-sending';
import { fill } from '../language';
import { useResource } from '../resource';
import { Link } from '../router';
import { Button } from '../ui/button';
import { Disclosure } from '../ui/disclosure';
import { Refusal } from '../ui/refusal';
import { useContactTexts } from './texts';

interface Person {
  readonly id: string;
  readonly name: string;
}

interface HandOverPatientsProps {
  /** Who at the unit is fast vårdkontakt of anybody now. */
  readonly contacts: readonly Person[];
  /** By the case's id, for what could not be handed over. */
  readonly nameOf: (caseId: string) => string;
  readonly reload: () => Promise<void>;
}

/** One contact's patients to another, as when somebody falls ill. Everybody else is told in each case. */
export function HandOverPatients(props: HandOverPatientsProps) {
  const t = useContactTexts();
  return (
    <Disclosure summary={t.heading}>
      <HandOverForm {...props} />
    </Disclosure>
  );
}

function HandOverForm({ contacts, nameOf, reload }: HandOverPatientsProps) {
  const t = useContactTexts();
  const id = useId();
  const colleagues = useResource('colleagues', readColleagues).data?.items ?? [];
  const [typed, setTyped] = useState({ from: '', to: '', phone: '' });
  const [outcome, setOutcome] = useState<readonly HandedOver[] | null>(null);
  const { send, isSending, problem } = useSending<Page<HandedOver>>(({ items }) => {
    setOutcome(items);
    return reload();
  });
  const set = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more });
  const isWhole = Object.values(typed).every((each) => each.trim() !== '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isWhole) void send(typed, typed, handOverPatients);
  };
  const choice = (name: 'from' | 'to', people: readonly Person[]) => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{t[name]}</label>
      <select
        id={`${id}-${name}`}
        required
        value={typed[name]}
        onChange={({ target }) => set({ [name]: target.value })}
      >
        <option value="">{t.choose}</option>
        {people.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <p>{t.whatHappens}</p>
      <Refusal problem={problem} />
      {choice('from', contacts)}
      {choice(
        'to',
        colleagues.filter((each) => each.id !== typed.from),
      )}
      <div className="field">
        <label htmlFor={`${id}-phone`}>{t.phone}</label>
        <input
          id={`${id}-phone`}
          type="tel"
          required
          value={typed.phone}
          onChange={({ target }) => set({ phone: target.value })}
        />
      </div>
      <div className="buttons">
        <Button type="submit" variant="primary" isOff={isSending || !isWhole}>
          {isSending ? t.sending : t.handOver}
        </Button>
      </div>
      <div role="status">{outcome !== null && <Outcome outcome={outcome} nameOf={nameOf} />}</div>
    </form>
  );
}

interface OutcomeProps {
  readonly outcome: readonly HandedOver[];
  readonly nameOf: HandOverPatientsProps['nameOf'];
}

function Outcome({ outcome, nameOf }: OutcomeProps) {
  const t = useContactTexts();
  const refused = outcome.filter((each) => each.refused !== null);
  return (
    <>
      <p className="saved">{fill(t.done, { count: outcome.length - refused.length })}</p>
      {refused.length > 0 && (
        <>
          <p className="fault">{fill(t.notDone, { count: refused.length })}</p>
          <ul>
            {refused.map(({ caseId }) => (
              <li key={caseId}>
                <Link to={caseAddress('discharge', caseId)}>{nameOf(caseId)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
