import { readSettlement } from '../api/reads';
import type { Me, Settlement } from '../api/types';
import { CaseFrame } from '../case/case-frame';
import { fill, useLanguage, useTexts, type Texts } from '../language';
import { formatInstant } from '../time';
import { Amounts } from '../ui/amounts';
import { kronor } from '../ui/kronor';
import { Pairs } from '../ui/pairs';
import { Disputes } from './disputes';
import { SettlementRows } from './settlement-rows';
import { settlementKit } from './settlement-kit';

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
      {(view) => (
        <>
          <Difference view={view} />
          <Disputes disputes={view.settlement.disputes} rows={view.settlement.rows} />
          <SettlementRows caption={t.settlementRows} rows={view.settlement.rows} of={view} />
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
          ...together(withDisputed, t),
          [t.undisputedSum, money(undisputed.totalOre)],
          [t.sumWithDisputed, money(withDisputed.totalOre)],
          [t.simulation, totals.simulatedOre === null ? null : kronor(totals.simulatedOre)],
          [t.signedByRegion, time(signedAt)],
          [t.lockedAt, time(locked?.at)],
          [t.outstanding, locked === null ? null : kronor(outstandingOre)],
        ]}
      />
      <Amounts amounts={settlement.amounts} />
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

/** What several months together say, where the policy looks at them. */
function together(
  { combined, triggered }: Settlement['settlement']['withDisputed'],
  t: Texts,
): (readonly [string, string | undefined])[] {
  const months = fill(t.monthsTogether, { months: combined?.months.join(', ') ?? '' });
  const verdict = triggered === null ? t.notKnown : triggered === true ? t.exceeded : t.notExceeded;
  return [
    [months, combined?.averageDays?.toFixed(2)],
    [t.threshold, triggered === undefined ? undefined : verdict],
  ];
}

/** What a new computation of the month says otherwise. */
function Difference({ view }: { readonly view: Settlement }) {
  const t = useTexts();
  const { difference } = view.settlement;
  if (difference === null) return null;
  const { added, removed, changed } = difference;
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">{t.difference}</h2>
      <SettlementRows caption={t.addedRows} rows={added} of={view} />
      <SettlementRows caption={t.removedRows} rows={removed} of={view} />
      <SettlementRows caption={t.changedRows} rows={changed.map(({ after }) => after)} of={view} />
    </section>
  );
}
