import type { ReactNode } from 'react';
import type { Answer } from '../api/answer';
import type { CasePath, Me, Page } from '../api/types';
import { caseAddress } from '../case/address';
import { useTexts } from '../language';
import { useList } from '../list';
import { useLive } from '../live';
import { Link, PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { Updated } from '../ui/updated';
import { useSettled } from '../use-settled';
import { LinkButton } from '../ui/link-button';

/** What a line of every list of cases shows. */
interface Line {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly stateText: string;
  readonly patient: { readonly name: string } | null;
}

interface CaseListProps<Item extends Line> {
  readonly path: CasePath;
  readonly me: Me;
  readonly read: (cursor: string | null, limit: number) => Promise<Answer<Page<Item>>>;
  readonly heading: string;
  readonly lead: string;
  readonly nothing: string;
  /** Where a case is opened, and what that is called; absent: from another case. */
  readonly opening?: { readonly to: string; readonly label: string };
  /** What it is about; the patient when nothing is said. */
  readonly nameOf?: (found: Item) => string;
  readonly unitOf: (found: Item) => string | undefined;
  readonly hint: (found: Item) => ReactNode;
}

/** Every case of a type that the reader's unit is a party of, the latest first. */
export function CaseList<Item extends Line>(props: CaseListProps<Item>) {
  const { path, me, read, heading, lead, nothing, opening, nameOf, unitOf, hint } = props;
  const t = useTexts();
  const list = useList(path, read);
  const reloadSoon = useSettled(list.reload);
  useLive(reloadSoon);
  return (
    <>
      <PageHeading>{heading}</PageHeading>
      <div className="list-head">
        <p>{lead}</p>
        {opening !== undefined && me.may.open.includes(path) && (
          <LinkButton to={opening.to} variant="primary">
            {opening.label}
          </LinkButton>
        )}
      </div>
      <Failure resource={list} />
      {list.data === null ? (
        list.problem === null && <p>{t.loading}</p>
      ) : (
        <>
          {list.data.items.length === 0 && <p className="empty">{nothing}</p>}
          <ul className="rows">
            {list.data.items.map((found) => (
              <li key={found.id} className="row">
                <p>
                  <span className={`state state-${found.state}`}>{found.stateText}</span>
                </p>
                <div>
                  <Link to={caseAddress(found.type, found.id)} className="row-link">
                    <strong>{nameOf?.(found) ?? found.patient?.name ?? t.nameNotDisclosed}</strong>
                    <span>{unitOf(found)}</span>
                  </Link>
                </div>
                <p className="hint">{hint(found)}</p>
              </li>
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
