import type { AnyCase } from '../api/types';
import { historyAddress } from '../case/address';
import { Link } from '../router';
import { useHistoryTexts } from './texts';

/** To the case as it stood; an emergency opening shows the present only. */
export function HistoryLink({ view: { type, id, emergencyUntil } }: { readonly view: AnyCase }) {
  const t = useHistoryTexts();
  if (emergencyUntil !== null) return null;
  return (
    <p>
      <Link to={historyAddress(type, id)}>{t.open}</Link>
    </p>
  );
}
