import type { Problem } from '../api/answer';
import type { Me } from '../api/types';
import { faultText } from '../form/field-words';
import { useLanguage, useTexts } from '../language';
import { wordsOf } from '../ui/failure';
import { useAdminTexts } from './texts';

interface RefusalProps {
  readonly problem: Problem | null;
  readonly me: Me;
}

/** Why a change was not made; what was typed stays. */
export function Refusal({ problem, me }: RefusalProps) {
  const t = useTexts();
  const own = useAdminTexts();
  const { language } = useLanguage();
  if (problem === null) return null;
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
      {problem.code === 'STEP_UP_NEEDED' && me.issuer !== null && (
        <p>
          <a href={`/api/v1/sign-in/${me.issuer}?fresh=true&next=/behorigheter`}>{own.stepUp}</a>
        </p>
      )}
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
