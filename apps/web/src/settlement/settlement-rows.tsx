import type { Settlement } from '../api/types';
import { caseAddress } from '../case/address';
import { useTexts } from '../language';
import { Link } from '../router';
import { kronor } from '../ui/kronor';

interface SettlementRowsProps {
  readonly caption: string;
  readonly rows: Settlement['settlement']['rows'];
}

/** Days of patients without names; the region comes from a row to its stay. */
export function SettlementRows({ caption, rows }: SettlementRowsProps) {
  const t = useTexts();
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
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, pseudonym, date, reasonText, rule, amountOre, case: stay, dispute }) => (
            <tr key={id}>
              <th scope="row">
                {stay === null ? (
                  pseudonym
                ) : (
                  <Link to={caseAddress('discharge', stay)}>{pseudonym}</Link>
                )}
              </th>
              <td>{date}</td>
              <td>
                {reasonText}
                {dispute !== null && <span className="state"> {t.isDisputed}</span>}
              </td>
              <td>{rule}</td>
              <td>{amountOre === null ? '–' : kronor(amountOre)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
