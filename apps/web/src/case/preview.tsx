import type { Answer, Problem } from '../api/answer';
import type { Duty, Preview as Foreseen } from '../api/types';
import { fill, useLanguage, useTexts, type Language } from '../language';
import { useResource } from '../resource';
import { formatInstant, formatLocalDay } from '../time';
import { useRested } from '../use-rested';
import { openingNote } from './opening-note';
import { usePreviewTexts, type PreviewTexts } from './preview-texts';

/** So long nothing is typed before it is asked again. */
const REST_MS = 600;

interface PreviewProps {
  /** What has been filled in, and for which command; null while something is missing. */
  readonly typed: string | null;
  readonly ask: () => Promise<Answer<Foreseen>>;
}

/** What sending the form as it stands would lead to. Nothing waits for it. */
export function Preview({ typed, ask }: PreviewProps) {
  const rested = useRested(typed, REST_MS);
  const isCurrent = rested !== null && rested === typed;
  return (
    <div className="preview" aria-live="polite">
      {isCurrent && <Asked key={rested} typed={rested} ask={ask} />}
    </div>
  );
}

function Asked({ typed, ask }: { readonly typed: string } & Pick<PreviewProps, 'ask'>) {
  const { data, problem } = useResource(`preview ${typed}`, ask);
  if (problem !== null) return <WhyNot problem={problem} />;
  return data === null ? null : <Shown preview={data} />;
}

function WhyNot({ problem: { status, detail } }: { readonly problem: Problem }) {
  const p = usePreviewTexts();
  const isRefused = status >= 400 && status < 500 && status !== 429;
  return <p>{isRefused ? fill(p.refused, { why: detail }) : p.notKnown}</p>;
}

function Shown({ preview: { told, state, clock, ...duties } }: { readonly preview: Foreseen }) {
  const p = usePreviewTexts();
  const { language } = useLanguage();
  const closed = (told ?? []).filter(({ opening }) => opening !== null && !opening.isOpen);
  return (
    <>
      <p>
        {told !== null && toldWords(told, p)}{' '}
        {state !== null && fill(p.becomes, { state: state.text })}
      </p>
      {closed.map(({ unit, opening }) => (
        <p key={unit.id}>
          {unit.name}: {openingNote({ opening }, language)}
        </p>
      ))}
      {clock !== null && (
        <p>
          {clock.is === 'stops'
            ? p.stops
            : fill(p.starts, {
                time: formatInstant(clock.at, language),
                day: clock.liableFrom === null ? '' : formatLocalDay(clock.liableFrom, language),
              })}
        </p>
      )}
      <Duties {...duties} />
    </>
  );
}

function Duties({ opened, closed, moved }: Pick<Foreseen, 'opened' | 'closed' | 'moved'>) {
  const t = useTexts();
  const p = usePreviewTexts();
  const { language } = useLanguage();
  const count = opened.length + closed.length + moved.length;
  if (count === 0) return null;
  const groups = [
    [t.opened, opened],
    [p.moved, moved],
    [p.ends, closed],
  ] as const;
  return (
    <details>
      <summary>{fill(p.duties, { count: String(count) })}</summary>
      <ul className="changes">
        {groups.flatMap(([word, duties]) =>
          duties.map((duty) => (
            <li key={`${word} ${duty.id}`}>
              {word}: {duty.title} ({wordsOf(duty, p.by, language)})
            </li>
          )),
        )}
      </ul>
    </details>
  );
}

/** Whose it is, and until when while it is open. */
function wordsOf({ owner, dueAt, closedAt }: Duty, by: string, language: Language): string {
  const isTimed = dueAt !== null && closedAt === null;
  const due = isTimed ? [fill(by, { time: formatInstant(dueAt, language) })] : [];
  return [owner.unit.name, ...due].join(', ');
}

function toldWords(told: NonNullable<Foreseen['told']>, p: PreviewTexts): string {
  const names = told.map(({ unit }) => unit.name);
  return names.length === 0 ? p.nobody : fill(p.told, { units: listed(names, p.and) });
}

function listed(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}
