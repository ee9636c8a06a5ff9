import { useState } from 'react';
import type { Me, ToConfirm } from '../api/types';
import { fill, useTexts } from '../language';
import { useResource } from '../resource';
import { Link, PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { readToConfirm } from './admin-api';
import { AssignmentLine } from './assignment-line';
import { isAdministrator } from './staff-page';
import { useAdminTexts } from './texts';
import { useChange } from './use-change';
import { Button } from '../ui/button';

/** So many can be read before they are confirmed. */
const AT_ONCE = 50;

/** What an administrator must vouch for once a year, with the names. */
export function ConfirmPage({ me }: { readonly me: Me }) {
  const t = useAdminTexts();
  return (
    <>
      <PageHeading>{t.toConfirm}</PageHeading>
      <p>
        <Link to="/behorigheter">{t.back}</Link>
      </p>
      {isAdministrator(me) ? <ToConfirmList /> : <p>{t.notYours}</p>}
    </>
  );
}

function ToConfirmList() {
  const t = useAdminTexts();
  const { loading } = useTexts();
  const list = useResource('to confirm', readToConfirm);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { send, isSending, problem } = useChange(async () => {
    setChosen([]);
    await list.reload();
  });
  const shown = list.data?.items.slice(0, AT_ONCE) ?? [];
  const tick = (id: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((each) => each !== id));
  if (list.data === null) {
    return list.problem === null ? <p>{loading}</p> : <Failure resource={list} />;
  }
  return (
    <>
      <p className="lead">{t.confirmLead}</p>
      <Refusal problem={problem} />
      {shown.length === 0 ? (
        <p className="empty">{t.nothingToConfirm}</p>
      ) : (
        <>
          <ul className="rows">
            {shown.map((one) => (
              <li key={one.id} className="row row-alone">
                <Line one={one} isOn={chosen.includes(one.id)} onTick={tick} />
              </li>
            ))}
          </ul>
          <div className="buttons">
            <Button
              variant="primary"
              isOff={isSending || chosen.length === 0}
              onPress={() => {
                if (chosen.length > 0) void send('confirmations', { assignments: chosen });
              }}
            >
              {fill(t.confirm, { count: chosen.length })}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function Line(props: {
  readonly one: ToConfirm;
  readonly isOn: boolean;
  readonly onTick: (id: string, isOn: boolean) => void;
}) {
  const { one, isOn, onTick } = props;
  const t = useAdminTexts();
  return (
    <div>
      <div className="tick">
        <input
          id={one.id}
          type="checkbox"
          disabled={one.own}
          checked={isOn}
          onChange={({ target }) => onTick(one.id, target.checked)}
        />
        <label htmlFor={one.id}>{one.person.name}</label>
      </div>
      <p>
        <AssignmentLine assignment={one} />
        {one.own && <span className="hint"> · {t.ownOne}</span>}
      </p>
    </div>
  );
}
