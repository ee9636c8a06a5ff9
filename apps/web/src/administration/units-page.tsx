import { useId, useState, type SubmitEvent } from 'react';
import type { Me, OwnUnit } from '../api/types';
import { useTexts } from '../language';
import { useResource } from '../resource';
import { Link, PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { readOwnUnits } from './admin-api';
import { SnapshotKeyForm } from './snapshot-key-form';
import { isAdministrator } from './staff-page';
import { useAdminTexts } from './texts';
import { useChange } from './use-change';
import { Button } from '../ui/button';

/** What the controller's units are called and how they are reached. */
export function UnitsPage({ me }: { readonly me: Me }) {
  const t = useAdminTexts();
  return (
    <>
      <PageHeading>{t.units}</PageHeading>
      <p>
        <Link to="/behorigheter">{t.back}</Link>
      </p>
      {isAdministrator(me) ? <Units /> : <p>{t.notYours}</p>}
    </>
  );
}

function Units() {
  const { loading } = useTexts();
  const units = useResource('own units', readOwnUnits);
  if (units.data === null) {
    return units.problem === null ? <p>{loading}</p> : <Failure resource={units} />;
  }
  return units.data.items.map((unit) => (
    <UnitFacts key={`${unit.id} ${unit.version}`} unit={unit} reload={units.reload} />
  ));
}

interface UnitFactsProps {
  readonly unit: OwnUnit;
  readonly reload: () => Promise<void>;
}

function UnitFacts({ unit, reload }: UnitFactsProps) {
  const t = useAdminTexts();
  const id = useId();
  const [name, setName] = useState(unit.name);
  const [phone, setPhone] = useState(unit.phone);
  const { send, isSending, problem } = useChange(reload);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send(`own-units/${unit.id}/facts`, { name, phone }, unit.version);
  };
  return (
    <details className="panel">
      <summary>
        <h2>
          {unit.name}, {unit.phone}
        </h2>
      </summary>
      <form noValidate autoComplete="off" onSubmit={submit}>
        <Refusal problem={problem} />
        <div className="field">
          <label htmlFor={`${id}-name`}>{t.unitName}</label>
          <input
            id={`${id}-name`}
            required
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-phone`}>{t.phone}</label>
          <input
            id={`${id}-phone`}
            type="tel"
            required
            value={phone}
            onChange={({ target }) => setPhone(target.value)}
          />
        </div>
        <div className="buttons">
          <Button type="submit" variant="primary" isOff={isSending}>
            {isSending ? t.saving : t.save}
          </Button>
        </div>
      </form>
      <SnapshotKeyForm unit={unit.id} />
    </details>
  );
}
