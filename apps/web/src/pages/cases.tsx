import { openingOf, readContract } from '../api/contract';
import { readCases } from '../api/reads';
import type { CaseSummary, Me } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { useList } from '../list';
import { useLive } from '../live';
import { useResource } from '../resource';
import { Link, PageHeading } from '../router';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { Updated } from '../ui/updated';
import { useSettled } from '../use-settled';

/** Every case that the reader's unit is a party of, the latest first. */
export function CasesPage({ me }: { readonly me: Me }) {
  const t = useTexts();
  const list = useList('cases', readCases);
  const contract = useResource('contract', readContract);
  const admitting = contract.data === null ? [] : openingOf(contract.data).roles;
  const reloadSoon = useSettled(list.reload);
  useLive(reloadSoon);
  return (
    <>
      <PageHeading>{t.cases}</PageHeading>
      <div className="list-head">
        <p>{fill(t.casesOf, { unit: me.unit.name })}</p>
        {me.roles.some((role) => admitting.includes(role)) && (
          <Link to="/arenden/ny" className="button">
            {t.admit}
          </Link>
        )}
      </div>
      <Failure resource={list} />
      {list.data === null ? (
        list.problem === null && <p>{t.loading}</p>
      ) : (
        <>
          {list.data.items.length === 0 && <p className="empty">{t.noCases}</p>}
          <ul className="rows">
            {list.data.items.map((found) => (
              <CaseRow key={found.id} found={found} />
            ))}
          </ul>
          <p className="list-foot">
            <More list={list} />
            <Updated of={list.data} />
          </p>
        </>
      )}
    </>
  );
}

function CaseRow({ found }: { readonly found: CaseSummary }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { id, patient, ward, state, stateText, openedAt } = found;
  return (
    <li className="row">
      <p>
        <span className={`state state-${state}`}>{stateText}</span>
      </p>
      <div>
        <Link to={`/arenden/${id}`} className="row-link">
          <strong>{patient?.name ?? t.nameNotDisclosed}</strong>
          <span>{ward?.name}</span>
        </Link>
      </div>
      <p className="hint">
        {t.admittedAt} <time dateTime={openedAt}>{formatInstant(openedAt, language)}</time>
      </p>
    </li>
  );
}
