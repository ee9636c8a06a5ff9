import { readSips } from '../api/reads';
import type { Me } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { CaseList } from './case-list';

/** The SIPs that the reader's unit takes part in. */
export function SipsPage({ me }: { readonly me: Me }) {
  const t = useTexts();
  const { language } = useLanguage();
  return (
    <CaseList
      path="sips"
      me={me}
      read={readSips}
      heading={t.sips}
      lead={fill(t.sipsOf, { unit: me.unit.name })}
      nothing={t.noSips}
      opening={{ to: '/sip/ny', label: t.startSip }}
      unitOf={({ unit }) => unit.name}
      hint={({ openedAt }) => (
        <>
          {t.startedAt} <time dateTime={openedAt}>{formatInstant(openedAt, language)}</time>
        </>
      )}
    />
  );
}
