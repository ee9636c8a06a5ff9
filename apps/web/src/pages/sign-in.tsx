import { useId, useState } from 'react';
import type { Problem } from '../api/answer';
import { readDemoUsers, readIssuers, signIn } from '../api/session';
import type { DemoUser } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { navigate, PageHeading } from '../router';
import { useResource } from '../resource';
import { isFoundBy } from '../search';
import { Issuers } from './issuers';
import { Failure } from '../ui/failure';
import { roleWords } from '../words';
import { Button } from '../ui/button';

/** By an identity provider; in training also by choosing whom to be. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => Promise<void> }) {
  const t = useTexts();
  const users = useResource('users', readDemoUsers);
  const issuers = useResource('issuers', readIssuers).data?.items ?? [];
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<Problem | null>(null);
  const filterId = useId();
  const enter = async (user: DemoUser) => {
    const answer = await signIn(user.id);
    if (!answer.ok) return setRefused(answer.problem);
    navigate('/');
    return onSignedIn();
  };
  if (users.problem?.status === 404) {
    return (
      <>
        <PageHeading>{t.signIn}</PageHeading>
        {issuers.length === 0 && <p>{t.noSignIn}</p>}
        <Issuers issuers={issuers} />
      </>
    );
  }
  const found = (users.data?.items ?? []).filter(({ name, unit, huvudman }) =>
    isFoundBy(words, `${name} ${unit} ${huvudman}`),
  );
  return (
    <>
      <PageHeading>{t.signIn}</PageHeading>
      <Issuers issuers={issuers} />
      <p className="lead">{t.chooseUser}</p>
      <Failure resource={{ problem: refused ?? users.problem, reload: users.reload }} />
      <div className="field">
        <label htmlFor={filterId}>{t.filterUsers}</label>
        <input
          id={filterId}
          type="search"
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <p role="status" className="hint">
          {users.data === null ? t.loading : fill(t.usersFound, { count: found.length })}
        </p>
      </div>
      {users.data !== null && found.length === 0 && <p>{t.noUserFound}</p>}
      {[...Map.groupBy(found, ({ huvudman }) => huvudman)].map(([huvudman, people]) => (
        <Huvudman
          key={huvudman}
          name={huvudman}
          people={people}
          isOpen={words.trim() !== ''}
          onChoose={(user) => void enter(user)}
        />
      ))}
    </>
  );
}

interface HuvudmanProps {
  readonly name: string;
  readonly people: readonly DemoUser[];
  readonly isOpen: boolean;
  readonly onChoose: (user: DemoUser) => void;
}

function Huvudman({ name, people, isOpen, onChoose }: HuvudmanProps) {
  const { language } = useLanguage();
  return (
    // Another key makes the element anew, so that searching opens it and the reader may close it.
    <details key={String(isOpen)} className="panel" open={isOpen}>
      <summary>
        <h2>{name}</h2>
      </summary>
      {[...Map.groupBy(people, ({ unit }) => unit)].map(([unit, staff]) => (
        <section key={unit} className="users">
          <h3>{unit}</h3>
          <ul>
            {staff.map((user) => (
              <li key={user.id}>
                <Button variant="tile" onPress={() => onChoose(user)}>
                  <strong>{user.name}</strong>
                  <span>
                    {user.roles.map((role) => roleWords[role]?.[language] ?? role).join(', ')}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
