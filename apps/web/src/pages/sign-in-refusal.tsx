import { useTexts, type Texts } from '../language';
import { usePath } from '../router';

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

/** Why the latest sign-in did not work, also for who is signed in and could not prove it anew. */
export function SignInRefusal() {
  const t = useTexts();
  // Read anew on every page: it is about the address that the browser came to.
  usePath();
  const refusal = new URLSearchParams(window.location.search).get('nekad');
  if (refusal === null) return null;
  return (
    <section className="message message-error" role="alert">
      <h2>{t.refusedTitle}</h2>
      <p>{t[REFUSALS[refusal] ?? 'refusedAgain']}</p>
    </section>
  );
}
