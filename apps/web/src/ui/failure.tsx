import { noAnswer, type Problem } from '../api/answer';
import { useTexts, type Texts } from '../language';
import type { Resource } from '../resource';
import { Button } from './button';

/** What a problem is called and what the person should do, in the reader's language. */
export function wordsOf(problem: Problem, t: Texts): { title: string; detail: string } {
  return problem.code === noAnswer.code ? { title: t.noAnswerTitle, detail: t.noAnswer } : problem;
}

interface FailureProps {
  readonly resource: Pick<Resource<unknown>, 'problem' | 'reload'>;
}

/** Says that something could not be read, why, and offers to try again; nothing while all is well. */
export function Failure({ resource }: FailureProps) {
  const t = useTexts();
  const { problem, reload } = resource;
  if (problem === null) return null;
  const { title, detail } = wordsOf(problem, t);
  return (
    <section className="message message-error" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      {problem.status === 401 ? (
        // A new document, so that nothing of what was shown stays in memory.
        <a href="/">{t.signIn}</a>
      ) : (
        <Button onPress={() => void reload()}>{t.tryAgain}</Button>
      )}
    </section>
  );
}
