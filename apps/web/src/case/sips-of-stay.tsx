import type { Case, Me } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { Link } from '../router';
import { formatInstant } from '../time';
import { LinkButton } from '../ui/link-button';

/** The SIPs of a stay, and where one is started. */
export function SipsOfStay({ view, me }: { readonly view: Case; readonly me: Me }) {
  const t = useTexts();
  const { language } = useLanguage();
  const mayStart = me.may.open.includes('sips');
  if (view.sips.length === 0 && !mayStart) return null;
  return (
    <section aria-labelledby="sips">
      <h2 id="sips">{t.sipsOfStay}</h2>
      <ul>
        {view.sips.map(({ case: sip, calledAt, declined, takesPart }) => (
          <li key={sip}>
            {takesPart ? <Link to={`/sip/${sip}`}>{t.toTheSip}</Link> : t.sipOfOthers}{' '}
            {declined && <span className="state">{t.sipDeclined}</span>}
            {calledAt !== null && (
              <span className="hint">
                {t.calledAt} {formatInstant(calledAt, language)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayStart && (
        <p>
          <LinkButton to={`/arenden/${view.id}/sip`}>{t.startSip}</LinkButton>
        </p>
      )}
    </section>
  );
}
