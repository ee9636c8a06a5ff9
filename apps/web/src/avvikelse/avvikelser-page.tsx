import { readAvvikelser } from '../api/reads';
import type { Me } from '../api/types';
import { fill, useLanguage } from '../language';
import { CaseList } from '../pages/case-list';
import { Link } from '../router';
import { formatInstant } from '../time';
import { useAvvikelseTexts } from './texts';

/** The avvikelser that the reader's unit has reported or must answer. */
export function AvvikelserPage({ me }: { readonly me: Me }) {
  const t = useAvvikelseTexts();
  const { language } = useLanguage();
  const mayCount = me.may.operations.includes('getAvvikelsePatterns');
  return (
    <>
      <CaseList
        path="avvikelser"
        me={me}
        read={readAvvikelser}
        heading={t.list}
        lead={fill(t.listOf, { unit: me.unit.name })}
        nothing={t.none}
        nameOf={({ categoryText }) => categoryText}
        unitOf={({ reporter, concerned }) =>
          fill(t.between, { reporter: reporter.name, concerned: concerned.name })
        }
        hint={({ openedAt }) => (
          <>
            {t.reportedAt} <time dateTime={openedAt}>{formatInstant(openedAt, language)}</time>
          </>
        )}
      />
      {mayCount && (
        <p>
          <Link to="/avvikelser/monster">{t.patterns}</Link>
        </p>
      )}
    </>
  );
}
