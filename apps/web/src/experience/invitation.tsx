import { useState } from 'react';
import type { Answer, Problem } from '../api/answer';
import type { ExperienceInvitation } from '../api/types';
import { fill } from '../language';
import { Button } from '../ui/button';
import { Refusal } from '../ui/refusal';
import { useExperienceTexts } from './texts';

interface Asked {
  readonly label: string;
  readonly invite: () => Promise<Answer<ExperienceInvitation>>;
}

/** A code for each press, shown once: it is kept nowhere. */
export function Invitations({ asked }: { readonly asked: readonly Asked[] }) {
  const t = useExperienceTexts();
  const [made, setMade] = useState<ExperienceInvitation | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const press = async ({ invite }: Asked) => {
    const answer = await invite();
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setMade(answer.data);
  };
  return (
    <>
      <Refusal problem={problem} />
      <div className="buttons">
        {asked.map((each) => (
          <Button key={each.label} onPress={() => void press(each)}>
            {each.label}
          </Button>
        ))}
      </div>
      <div aria-live="polite">
        {made !== null && (
          <div className="message">
            <p>
              {made.questionnaire.title} {t.code}: <strong>{made.secret}</strong>
            </p>
            <p>{fill(t.made, { day: made.expiresOn })}</p>
            <p>
              <a href={made.path} target="_blank" rel="noopener">
                {t.openPage}
              </a>
            </p>
          </div>
        )}
      </div>
    </>
  );
}
