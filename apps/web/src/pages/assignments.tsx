import { useState } from 'react';
import type { Problem } from '../api/answer';
import { returnPathIn } from '../api/return-path';
import { switchAssignment } from '../api/session';
import type { Me } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { roleWords } from '../words';
import { Button } from '../ui/button';

/** In which of her assignments somebody goes on; one at a time, so that the log knows which. */
export function AssignmentsPage({ me }: { readonly me: Me }) {
  const t = useTexts();
  const { language } = useLanguage();
  const [refused, setRefused] = useState<Problem | null>(null);
  const choose = async (id: string) => {
    const answer = await switchAssignment(id, returnPathIn(window.location.search));
    if (!answer.ok) setRefused(answer.problem);
  };
  return (
    <>
      <PageHeading>{t.chooseAssignment}</PageHeading>
      <p className="lead">{t.oneAssignment}</p>
      <Failure resource={{ problem: refused, reload: () => Promise.resolve(setRefused(null)) }} />
      <div className="users">
        <ul>
          {me.assignments.map(({ id, unit, huvudman, roles }) => (
            <li key={id}>
              <Button variant="tile" isCurrent={id === me.id} onPress={() => void choose(id)}>
                <strong>{unit.name}</strong>
                <span>
                  {[huvudman, ...roles.map((role) => roleWords[role]?.[language] ?? role)].join(
                    ', ',
                  )}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
