import { readSettlement } from '../api/reads';
import type { Me, Settlement } from '../api/types';
import { CaseFrame } from '../case/case-frame';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { kronor } from '../ui/kronor';
import { Pairs } from '../ui/pairs';
import { Disputes } from './disputes';
import { SettlementRows } from './settlement-rows';
import { settlementKit } from './settlement-kit';

type Facts = Settlement['settlement'];

const FILES = ['xlsx', 'csv', 'pdf'];

/** The settlement of a municipality's month: figures, rows, disputes and files. */
export function SettlementPage({ id, me }: { readonly id: string; readonly me: Me }) {
  const t = useTexts();
  return (
    <CaseFrame
      kit={settlementKit}
      id={id}
      me={me}
      read={readSettlement}
      heading={t.settlementHeading}
      head={(view) => <Figures view={view} />}
    >
      {({ settlement }) => (
        <>
          <Difference facts={settlement} />
          <Disputes disputes={settlement.disputes} rows={settlement.rows} />
          <SettlementRows caption={t.settlementRows} rows={settlement.rows} />
        </>
      )}
    </CaseFrame>
  );
}

function Figures({ view: { id, settlement } }: { readonly view: Settlement }) {
  const t = useTexts();
  const { language } = useLanguage();
  const { municipality, month, policy, totals, undisputed, withDisputed, disputedDays } =
    settlement;
  const { locked, signedAt, invoices, outstandingOre } = settlement;
  const money = (ore: number | null) => (ore === null ? t.noSum : kronor(ore));
  const time = (at: string | null | undefined) => at && formatInstant(at, language);
  return (
    <>
      <p className="lead">{fill(t.settlementOf, { municipality: municipality.name, month })}</p>
      <Pairs
        pairs={[
          [t.policy, policy.title],
          [t.stays, String(totals.stays)],
          [t.days, String(withDisputed.days)],
          [t.payDays, String(withDisputed.paidDays)],
          [t.disputedDays, String(disputedDays)],
          [t.undisputedSum, money(undisputed.totalOre)],
          [t.sumWithDisputed, money(withDisputed.totalOre)],
          [t.simulation, totals.simulatedOre === null ? null : kronor(totals.simulatedOre)],
          [t.signedByRegion, time(signedAt)],
          [t.lockedAt, time(locked?.at)],
          [t.outstanding, locked === null ? null : kronor(outstandingOre)],
        ]}
      />
      {invoices.length > 0 && (
        <ul>
          {invoices.map(({ number, ore, at }) => (
            <li key={number}>
              {fill(t.invoice, { number, sum: kronor(ore), time: formatInstant(at, language) })}
            </li>
          ))}
        </ul>
      )}
      <p>
        {t.basisFiles}:{' '}
        {FILES.map((file) => (
          <a key={file} href={`/api/v1/settlements/${id}/basis.${file}`} className="file" download>
            {file.toUpperCase()}
          </a>
        ))}
      </p>
    </>
  );
}

/** What a new computation of the month says otherwise. */
function Difference({ facts: { difference } }: { readonly facts: Facts }) {
  const t = useTexts();
  if (difference === null) return null;
  const { added, removed, changed } = difference;
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">{t.difference}</h2>
      <SettlementRows caption={t.addedRows} rows={added} />
      <SettlementRows caption={t.removedRows} rows={removed} />
      <SettlementRows caption={t.changedRows} rows={changed.map(({ after }) => after)} />
    </section>
  );
}
