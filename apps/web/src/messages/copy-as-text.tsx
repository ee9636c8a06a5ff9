import { useState } from 'react';
import type { Message } from '../api/types';
import { fill, useLanguage } from '../language';
import { messageAsText, whoOf } from './message-words';
import { useMessageTexts } from './texts';
import { Button } from '../ui/button';

/** Puts a message on the clipboard for one's own record, or shows it where that is not possible. */
export function CopyAsText({ message }: { readonly message: Message }) {
  const t = useMessageTexts();
  const { language } = useLanguage();
  const [outcome, setOutcome] = useState<'copied' | 'by-hand' | null>(null);
  const text = messageAsText(message, language);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('by-hand');
    }
  };
  const about = fill(t.messageFrom, { who: whoOf(message.sent) });
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
