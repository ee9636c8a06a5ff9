import { useCallback, useState } from 'react';
import type { Problem } from '../api/answer';
import { faultText } from '../form/field-words';
import { useLanguage, useTexts } from '../language';
import { wordsOf } from './failure';
import { Proved, StepUp } from './step-up';

/** Why what was sent was not taken, and the way on; what was typed stays. Nothing while all is well. */
export function Refusal({ problem }: { readonly problem: Problem | null }) {
  const t = useTexts();
  const { language } = useLanguage();
  // The problem that was got out of the way; a later one is another.
  const [mended, setMended] = useState<Problem | null>(null);
  const onProof = useCallback(() => setMended(problem), [problem]);
  if (problem === null) return null;
  if (mended === problem) return <Proved />;
  const { title, detail } = wordsOf(problem, t);
  return (
    <section className="message message-error" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{detail}</p>
      {problem.errors !== undefined && (
        <ul>
          {problem.errors.map((fault) => (
            <li key={`${fault.path} ${fault.code}`}>{faultText(fault, language)}</li>
          ))}
        </ul>
      )}
      {problem.code === 'STEP_UP_NEEDED' && <StepUp onProof={onProof} />}
      {problem.status === 401 && (
        <p>
          <a href="/" target="_blank" rel="noopener">
            {t.signInAgain}
          </a>
        </p>
      )}
    </section>
  );
}
