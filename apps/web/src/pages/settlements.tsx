import { readSettlements } from '../api/reads';
import type { Me } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { PageHeading } from '../router';
import { formatInstant } from '../time';
import { CaseList } from './case-list';
import { OpenCase } from './open-case';

/** The settlements of months that the reader's unit is a party of. */
export function SettlementsPage({ me }: { readonly me: Me }) {
  const t = useTexts();
  const { language } = useLanguage();
  return (
    <CaseList
      path="settlements"
      me={me}
      read={readSettlements}
      heading={t.settlements}
      lead={fill(t.settlementsOf, { unit: me.unit.name })}
      nothing={t.noSettlements}
      opening={{ to: '/avrakningar/ny', label: t.openSettlement }}
      nameOf={({ municipality, month }) => `${municipality.name}, ${month}`}
      unitOf={() => undefined}
      hint={({ openedAt }) => (
        <>
          {t.startedAt} <time dateTime={openedAt}>{formatInstant(openedAt, language)}</time>
        </>
      )}
    />
  );
}

/** Computes a municipality's month and opens its settlement. */
export function OpenSettlementPage() {
  const t = useTexts();
  return (
    <>
      <PageHeading>{t.openSettlement}</PageHeading>
      <OpenCase
        path="settlements"
        label={t.openSettlement}
        given={{}}
        initial={{}}
        back="/avrakningar"
      />
    </>
  );
}
