import { useState } from 'react';
import { useTexts } from '../language';
import { Button } from './button';

interface CopyAsTextProps {
  /** What is copied, for those who do not see beside what the button stands. */
  readonly about: string;
  readonly text: string;
}

/** Puts something on the clipboard for one's own record, or shows it where that is not possible. */
export function CopyAsText({ about, text }: CopyAsTextProps) {
  const t = useTexts();
  const [outcome, setOutcome] = useState<'copied' | 'by-hand' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('by-hand');
    }
  };
  return (
    <>
      <Button aria-label={`${t.copy}: ${about}`} onPress={() => void copy()}>
        {t.copy}
      </Button>
      <p role="status" className="hint">
        {outcome === 'copied' && t.copied}
        {outcome === 'by-hand' && t.copyByHand}
      </p>
      {outcome === 'by-hand' && <textarea readOnly rows={8} aria-label={t.asText} value={text} />}
    </>
  );
}
