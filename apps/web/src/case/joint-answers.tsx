import type { Case } from '../api/types';
import { useTexts } from '../language';
import { Phone } from '../ui/phone';

/** What each municipality as a whole has answered, and whom to call there. */
export function JointAnswers({ view }: { readonly view: Case }) {
  const t = useTexts();
  if (view.jointAnswers.length === 0) return null;
  return (
    <section aria-labelledby="joint-answers">
      <h2 id="joint-answers">{t.jointAnswers}</h2>
      <ul className="cards">
        {view.jointAnswers.map(({ huvudman, text, coordinator }) => (
          <li key={huvudman.id} className="card">
            <h3>{huvudman.name}</h3>
            <p>{text}</p>
            {coordinator !== null && (
              <p>
                {t.coordinator}: {coordinator.name} <Phone number={coordinator.phone} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
