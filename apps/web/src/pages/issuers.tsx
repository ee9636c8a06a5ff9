import { signInAddress } from '../api/return-path';
import type { Issuer } from '../api/types';
import { fill, useTexts } from '../language';
import { usePath } from '../router';
import { ProviderButton } from '../ui/link-button';
import { SignInRefusal } from './sign-in-refusal';

interface IssuersProps {
  readonly issuers: readonly Issuer[];
}

/** Who can vouch for the person, and why that did not work the last time. */
export function Issuers({ issuers }: IssuersProps) {
  const t = useTexts();
  const path = usePath();
  const asked = new URLSearchParams(window.location.search);
  // Whoever takes over a shared computer must not come in as the one before.
  const isFresh = asked.has('byt');
  return (
    <>
      <SignInRefusal />
      {issuers.map(({ id, name }) => (
        <p key={id}>
          <ProviderButton href={signInAddress(id, path, isFresh)}>
            {fill(t.signInBy, { name })}
          </ProviderButton>
        </p>
      ))}
    </>
  );
}
