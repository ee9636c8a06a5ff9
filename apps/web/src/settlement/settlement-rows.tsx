import { Fragment, useState } from 'react';
import type { Settlement } from '../api/types';
import { caseAddress } from '../case/address';
import { fill, useTexts } from '../language';
import { Link } from '../router';
import { kronor } from '../ui/kronor';
import { RowMore } from './row-more';
import { Button } from '../ui/button';

type Facts = Settlement['settlement'];
type Row = Facts['rows'][number];

interface SettlementRowsProps {
  readonly caption: string;
  readonly rows: Facts['rows'];
  /** The settlement that they are of, and what its rows have as evidence. */
  readonly of: { readonly id: string; readonly settlement: Pick<Facts, 'evidence'> };
}

/** Days of patients without names; the region comes from a row to its stay. */
export function SettlementRows({ caption, rows, of }: SettlementRowsProps) {
  const t = useTexts();
  const [opened, setOpened] = useState<string | null>(null);
  if (rows.length === 0) return null;
  return (
    <div className="table" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.pseudonym}</th>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.reasonOfDay}</th>
            <th scope="col">{t.rule}</th>
            <th scope="col">{t.sum}</th>
            <th scope="col">{t.showRow}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isOpen = opened === row.id;
            return (
              <Fragment key={row.id}>
                <tr>
                  <RowCells row={row} />
                  <td>
                    <Button
                      aria-expanded={isOpen}
                      aria-label={`${t.showRow} ${fill(t.ofRow, { row: `${row.pseudonym}, ${row.date}` })}`}
                      onPress={() => setOpened(isOpen ? null : row.id)}
                    >
                      {t.showRow}
                    </Button>
                  </td>
                </tr>
                {isOpen && (
                  <tr>
                    <td colSpan={6}>
                      <RowMore settlement={of.id} row={row} evidence={of.settlement.evidence} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function RowCells({ row }: { readonly row: Row }) {
  const t = useTexts();
  const { pseudonym, date, reasonText, rule, amountOre, case: stay, dispute } = row;
  return (
    <>
      <th scope="row">
        {stay === null ? pseudonym : <Link to={caseAddress('discharge', stay)}>{pseudonym}</Link>}
      </th>
      <td>{date}</td>
      <td>
        {reasonText}
        {dispute !== null && <span className="state"> {t.isDisputed}</span>}
      </td>
      <td>{rule}</td>
      <td>{amountOre === null ? '–' : kronor(amountOre)}</td>
    </>
  );
}
