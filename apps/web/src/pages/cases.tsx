import { readCases } from '../api/reads';
import type { Me } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { pageNames } from '../page-names';
import { REENTRY } from '../reentry/sitting';
import { Link } from '../router';
import { formatInstant } from '../time';
import { CaseList } from './case-list';

/** The stays that the reader's unit is a party of. */
export function CasesPage({ me }: { readonly me: Me }) {
  const t = useTexts();
  const { language } = useLanguage();
  return (
    <>
      <CaseList
        path="discharges"
        me={me}
        read={readCases}
        heading={t.cases}
        lead={fill(t.casesOf, { unit: me.unit.name })}
        nothing={t.noCases}
        opening={{ to: '/arenden/ny', label: t.admit }}
        unitOf={({ ward }) => ward?.name}
        hint={({ openedAt }) => (
          <>
            {t.admittedAt} <time dateTime={openedAt}>{formatInstant(openedAt, language)}</time>
          </>
        )}
      />
      <p>
        <Link to={REENTRY}>{pageNames.reentry[language]}</Link>
      </p>
    </>
  );
}
