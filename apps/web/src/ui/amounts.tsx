import type { Payment } from '../api/types';
import { fill, useTexts } from '../language';
import { kronor } from './kronor';

/** What the amounts that are shown rest on. */
export function Amounts({ amounts }: Pick<Payment, 'amounts'>) {
  const t = useTexts();
  if (amounts.length === 0) return null;
  return (
    <ul className="hint">
      {amounts.map(({ from, to, orePerDay, source, enteredOn }) => (
        <li key={from}>
          {fill(t.amountOf, { from, to, sum: kronor(orePerDay), source })}
          {enteredOn !== null && `, ${fill(t.enteredOn, { day: enteredOn })}`}
        </li>
      ))}
    </ul>
  );
}
