import type { AnyCase, Me } from '../api/types';
import { useAvvikelseTexts } from './texts';
import { LinkButton } from '../ui/link-button';

interface ReportLinkProps {
  readonly path: 'discharges' | 'sips';
  readonly view: AnyCase;
  readonly me: Me;
}

/** The way from a case to reporting what went wrong in it; absent where nobody else's unit takes part. */
export function ReportLink({ path, view: { id, parties }, me }: ReportLinkProps) {
  const t = useAvvikelseTexts();
  const isBetween = parties.some(({ huvudman }) => huvudman !== me.huvudman);
  if (!isBetween || !me.may.open.includes('avvikelser')) return null;
  return (
    <p>
      <LinkButton to={`/avvikelser/ny/${path}/${id}`}>{t.report}</LinkButton>
    </p>
  );
}
