import { citationText } from '../citation';
import { useLanguage, useTexts } from '../language';

/** The rule that a duty comes from, shown on demand. */
export function Rule({ citation }: { readonly citation: string }) {
  const t = useTexts();
  const { language } = useLanguage();
  return (
    <details className="rule">
      <summary>{t.rule}</summary>
      <p>{citationText(citation, language)}</p>
    </details>
  );
}
