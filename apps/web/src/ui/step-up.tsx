import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../api/answer';
import { onProved, proofAddress, proveInTraining } from '../api/step-up';
import { useTexts } from '../language';
import { useSignedIn } from '../signed-in';
import { ProviderButton } from './link-button';
import { wordsOf } from './failure';
import { Button } from './button';

/**
 * One button by which the person proves anew who she is. The provider is met in a tab of its own:
 * this page stays as it is, and what was typed never leaves it.
 */
export function StepUp({ onProof }: { readonly onProof: () => void }) {
  const t = useTexts();
  const me = useSignedIn();
  const [refused, setRefused] = useState<Problem | null>(null);
  const [isAway, setIsAway] = useState(false);
  useEffect(() => onProved(onProof), [onProof]);
  if (me === null) return null;
  const address = proofAddress(me);
  if (address !== null) {
    return (
      <>
        <ProviderButton href={address} inNewTab onPress={() => setIsAway(true)}>
          {t.stepUp}
        </ProviderButton>
        <p role="status">{isAway ? t.stepUpAway : t.stepUpMeans}</p>
      </>
    );
  }
  const prove = async () => {
    const answer = await proveInTraining(me);
    if (answer.ok) onProof();
    else setRefused(answer.problem);
  };
  return (
    <>
      <Button variant="primary" onPress={() => void prove()}>
        {t.stepUp}
      </Button>
      {refused !== null && <p role="alert">{wordsOf(refused, t).detail}</p>}
    </>
  );
}

/** Says that the person may go on where she was. It has the focus, since the button is gone. */
export function Proved() {
  const t = useTexts();
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <p ref={box} tabIndex={-1} role="status" className="saved">
      {t.stepUpDone}
    </p>
  );
}
