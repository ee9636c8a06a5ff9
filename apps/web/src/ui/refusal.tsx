import type { Problem } from '../api/answer';
import { useTexts } from '../language';
import { wordsOf } from './failure';

/** Why what was sent was not taken; what was typed stays. Nothing while all is well. */
export function Refusal({ problem }: { readonly problem: Problem | null }) {
  const t = useTexts();
  if (problem === null) return null;
  const { title, detail } = wordsOf(problem, t);
  return (
    <section className="message message-error" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
    </section>
  );
}
