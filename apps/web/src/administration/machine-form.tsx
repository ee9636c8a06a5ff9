import { useId, useState, type SubmitEvent } from 'react';
import type { OwnUnit } from '../api/types';
import { useLanguage } from '../language';
import { useResource } from '../resource';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { readOwnUnits } from './admin-api';
import { keysIn, KeysField } from './keys-field';
import { scopeWords } from './scope-words';
import { useAdminTexts } from './texts';
import { Ticks } from './ticks';
import { UnitAndRoles } from './unit-and-roles';
import { useChange } from './use-change';
import { Button } from '../ui/button';

const EMPTY = {
  name: '',
  unit: '',
  roles: [] as readonly string[],
  scopes: [] as readonly string[],
  keys: '',
};

/** Lets a program in: for which unit, as what, for which families of commands, with which key. */
export function MachineForm({ onDone }: { readonly onDone: () => Promise<void> }) {
  const t = useAdminTexts();
  const { language } = useLanguage();
  const units = useResource('own units', readOwnUnits);
  const [typed, setTyped] = useState(EMPTY);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const { send, isSending, problem } = useChange(async () => {
    setTyped(EMPTY);
    await onDone();
  });
  const change = (more: Partial<typeof EMPTY>) => setTyped({ ...typed, ...more });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { name, unit, scopes } = typed;
    const keys = keysIn(typed.keys);
    const isWhole = name.trim() !== '' && unit !== '' && typed.roles.length > 0;
    setIsIncomplete(!isWhole || scopes.length === 0 || keys === null);
    if (isWhole && scopes.length > 0 && keys !== null) {
      void send('machine-clients', { name: name.trim(), unit, roles: typed.roles, scopes, keys });
    }
  };
  return (
    <details className="panel">
      <summary>
        <h2>{t.addMachine}</h2>
      </summary>
      <form noValidate autoComplete="off" onSubmit={submit}>
        <Failure resource={units} />
        {isIncomplete && (
          <p className="message message-error" role="alert">
            {t.machineFillIn}
          </p>
        )}
        <Refusal problem={problem} />
        <Actor units={units.data?.items ?? []} typed={typed} onChange={change} />
        <Ticks
          legend={t.machineScopes}
          options={Object.entries(scopeWords).map(([scope, text]) => [scope, text[language]])}
          chosen={typed.scopes}
          onChange={(chosen) => change({ scopes: chosen })}
        />
        <KeysField typed={typed.keys} onChange={(keys) => change({ keys })} />
        <div className="buttons">
          <Button type="submit" variant="primary" isOff={isSending}>
            {isSending ? t.saving : t.save}
          </Button>
        </div>
      </form>
    </details>
  );
}

interface ActorProps {
  readonly units: readonly OwnUnit[];
  readonly typed: typeof EMPTY;
  readonly onChange: (more: Partial<typeof EMPTY>) => void;
}

/** What the program is called, and for which unit it acts as what. */
function Actor({ units, typed, onChange }: ActorProps) {
  const t = useAdminTexts();
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-name`}>{t.machineName}</label>
        <input
          id={`${id}-name`}
          required
          value={typed.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </div>
      <UnitAndRoles units={units} typed={typed} onChange={onChange} />
    </>
  );
}
