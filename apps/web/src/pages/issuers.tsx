import type { Issuer } from '../api/types';
import { fill, useTexts, type Texts } from '../language';

/** What the server says of a refused sign-in → what the person should know and do. */
const REFUSALS: Readonly<Record<string, keyof Texts>> = {
  'loa-too-low': 'refusedLoa',
  'commission-missing': 'refusedCommission',
  'purpose-unknown': 'refusedCommission',
  'employee-missing': 'refusedUnknown',
  'employee-unknown': 'refusedUnknown',
  'organisation-not-of-issuer': 'refusedUnknown',
  'another-person': 'refusedOther',
  'not-fresh': 'refusedFresh',
};

interface IssuersProps {
  readonly issuers: readonly Issuer[];
}

/** Who can vouch for the person, and why that did not work the last time. */
export function Issuers({ issuers }: IssuersProps) {
  const t = useTexts();
  const asked = new URLSearchParams(window.location.search);
  const refusal = asked.get('nekad');
  // Whoever takes over a shared computer must not come in as the one before.
  const fresh = asked.has('byt') ? '?fresh=true' : '';
  return (
    <>
      {refusal !== null && (
        <section className="message message-error" role="alert">
          <h2>{t.refusedTitle}</h2>
          <p>{t[REFUSALS[refusal] ?? 'refusedAgain']}</p>
        </section>
      )}
      {issuers.map(({ id, name }) => (
        <p key={id}>
          <a className="button" href={`/api/v1/sign-in/${id}${fresh}`}>
            {fill(t.signInBy, { name })}
          </a>
        </p>
      ))}
    </>
  );
}
