import { useState } from 'react';
import { readRowIdentity } from '../api/reads';
import type { Settlement } from '../api/types';
import { caseAddress } from '../case/address';
import { fill, useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { Link } from '../router';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { Rule } from '../ui/rule';
import { Button } from '../ui/button';

type Facts = Settlement['settlement'];
type Row = Facts['rows'][number];

interface RowMoreProps {
  readonly settlement: string;
  readonly row: Row;
  readonly evidence: Facts['evidence'];
}

/** Behind a row: whose it is, when somebody asks, the events it rests on, and what both sides owed. */
export function RowMore({ settlement, row, evidence }: RowMoreProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const { id, pseudonym, events } = row;
  const duties = evidence.filter((duty) => duty.pseudonym === pseudonym);
  const time = (at: string) => formatInstant(at, language);
  return (
    <>
      <Identity settlement={settlement} row={id} />
      <p>
        {t.restsOn}:{' '}
        {events.map(({ name, case: other }) => (
          <span key={name} className="state">
            {other === null || other === row.case ? (
              name
            ) : (
              <Link to={caseAddress('sip', other)}>{name}</Link>
            )}
          </span>
        ))}
      </p>
      <h3>{t.rowEvidence}</h3>
      {duties.length === 0 && <p>{t.noEvidence}</p>}
      <ul>
        {duties.map(({ key, side, sideText, title, rule, since, dueAt, closedAt, late }) => (
          <li key={`${side} ${key} ${since}`}>
            {sideText}: {title}{' '}
            <span className="hint">
              {fill(t.waitedSince, { time: time(since) })}
              {dueAt !== null && `, ${fill(t.dueAt, { time: time(dueAt) })}`}
              {`, ${closedAt === null ? t.notDone : fill(t.endedAt, { time: time(closedAt) })}`}
            </span>
            {late && <span className="state"> {t.wasLate}</span>}
            {rule !== null && <Rule citation={rule} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Nothing is read before somebody asks: each asking is logged with the patient. */
function Identity({ settlement, row }: { readonly settlement: string; readonly row: string }) {
  const t = useTexts();
  const [isAsked, setIsAsked] = useState(false);
  if (isAsked) return <Patient settlement={settlement} row={row} />;
  return (
    <p>
      <Button onPress={() => setIsAsked(true)}>{t.whoseRow}</Button>{' '}
      <span className="hint">{t.askingIsLogged}</span>
    </p>
  );
}

function Patient({ settlement, row }: { readonly settlement: string; readonly row: string }) {
  const t = useTexts();
  const found = useResource(`identity ${settlement} ${row}`, () =>
    readRowIdentity(settlement, row),
  );
  const { data, problem } = found;
  if (data === null) return problem === null ? <p>{t.loading}</p> : <Failure resource={found} />;
  return (
    <p role="status">
      {data.patient.name}, {data.patient.number}
    </p>
  );
}
