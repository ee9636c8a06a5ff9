import { useState, type SubmitEvent } from 'react';
import type { MachineClient, Me } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { useResource, type Resource } from '../resource';
import { Link, PageHeading } from '../router';
import { formatDay } from '../time';
import { Failure } from '../ui/failure';
import { Pairs } from '../ui/pairs';
import { Refusal } from '../ui/refusal';
import { roleWords } from '../words';
import { readMachines } from './admin-api';
import { keysIn, KeysField } from './keys-field';
import { MachineForm } from './machine-form';
import { scopeWords } from './scope-words';
import { isAdministrator } from './staff-page';
import { useAdminTexts } from './texts';
import { useChange } from './use-change';
import { Button } from '../ui/button';

/** Where programs get their tokens, as the server is reached from here. */
const TOKEN_PATH = '/oauth/token';

/** Programs that act for the controller's units. */
export function MachinesPage({ me }: { readonly me: Me }) {
  const t = useAdminTexts();
  return (
    <>
      <PageHeading>{t.machines}</PageHeading>
      <p>
        <Link to="/behorigheter">{t.back}</Link>
      </p>
      {isAdministrator(me) ? <Machines /> : <p>{t.notYours}</p>}
    </>
  );
}

function Machines() {
  const t = useAdminTexts();
  const { loading } = useTexts();
  const list = useResource('machines', readMachines);
  const [isSaved, setIsSaved] = useState(false);
  const done = async () => {
    await list.reload();
    setIsSaved(true);
  };
  return (
    <>
      <p className="lead">{t.machinesLead}</p>
      <p role="status" className={isSaved ? 'saved' : ''}>
        {isSaved && fill(t.machineSaved, { address: `${window.location.origin}${TOKEN_PATH}` })}
      </p>
      <Failure resource={list} />
      {list.data === null ? (
        list.problem === null && <p>{loading}</p>
      ) : list.data.items.length === 0 ? (
        <p className="empty">{t.noMachines}</p>
      ) : (
        <ul className="rows">
          {list.data.items.map((machine) => (
            <li key={`${machine.id} ${machine.version}`} className="row row-alone">
              <Machine machine={machine} reload={list.reload} />
            </li>
          ))}
        </ul>
      )}
      <MachineForm onDone={done} />
    </>
  );
}

interface MachineProps {
  readonly machine: MachineClient;
  readonly reload: Resource<unknown>['reload'];
}

function Machine({ machine, reload }: MachineProps) {
  const t = useAdminTexts();
  const { language } = useLanguage();
  const { id, name, unit, roles, scopes, keys, confirmBy, revoked } = machine;
  const worded = (
    words: Readonly<Record<string, { sv: string; en: string }>>,
    all: readonly string[],
  ) => all.map((each) => words[each]?.[language] ?? each).join(', ');
  return (
    <div className="machine">
      <h2>{name}</h2>
      <p>
        <span className="state">{revoked ? t.machineRevoked : t.machineInForce}</span>
        {!revoked && confirmBy !== null && (
          <span className="hint"> {fill(t.confirmBy, { day: formatDay(confirmBy) })}</span>
        )}
      </p>
      <Pairs
        pairs={[
          [t.unit, unit.name],
          [t.machineScopes, worded(scopeWords, scopes)],
          [t.roles, worded(roleWords, roles)],
          [t.machineId, id],
          [t.machineKeyNames, keys.join(', ')],
        ]}
      />
      {!revoked && <Changes machine={machine} reload={reload} />}
    </div>
  );
}

function Changes({ machine: { id, name, version }, reload }: MachineProps) {
  const t = useAdminTexts();
  const [doing, setDoing] = useState<'keys' | 'revoke' | null>(null);
  const [typed, setTyped] = useState('');
  const { send, isSending, problem } = useChange(reload);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const keys = keysIn(typed);
    if (doing === 'revoke') void send(`machine-clients/${id}/revoke`, {}, version);
    else if (keys !== null) void send(`machine-clients/${id}/keys`, { keys }, version);
  };
  if (doing === null) {
    return (
      <div className="buttons">
        <Button aria-label={`${t.changeKeys}: ${name}`} onPress={() => setDoing('keys')}>
          {t.changeKeys}
        </Button>
        <Button aria-label={`${t.revoke}: ${name}`} onPress={() => setDoing('revoke')}>
          {t.revoke}
        </Button>
      </div>
    );
  }
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <Refusal problem={problem} />
      {doing === 'keys' ? (
        <KeysField typed={typed} onChange={setTyped} />
      ) : (
        <p className="message">{t.revokeMeans}</p>
      )}
      <div className="buttons">
        <Button type="submit" variant={doing === 'keys' ? 'primary' : 'danger'} isOff={isSending}>
          {doing === 'keys' ? t.changeKeys : t.sureRevoke}
        </Button>
        <Button onPress={() => setDoing(null)}>{t.cancel}</Button>
      </div>
    </form>
  );
}
