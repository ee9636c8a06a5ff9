import { useState } from 'react';
import { decideLine, readReviewLines, type ReviewDecision } from '../api/access-log';
import type { Problem } from '../api/answer';
import type { LogReviewLine } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { useList } from '../list';
import { Link, PageHeading } from '../router';
import { formatClock, formatDay } from '../time';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { Refusal } from '../ui/refusal';
import { decisionWords, reasonWords, said } from './words';
import { Button } from '../ui/button';

const DECISIONS = Object.keys(decisionWords) as ReviewDecision[];

/** The picked lines of one selection, to be judged one by one. */
export function LogReviewPage({ id }: { readonly id: string }) {
  const t = useTexts();
  const { language } = useLanguage();
  const list = useList(`log review ${id}`, (cursor, limit) => readReviewLines(id, cursor, limit));
  return (
    <>
      <PageHeading>{said('lines', language)}</PageHeading>
      <p>
        <Link to="/loggkontroll">{said('back', language)}</Link>
      </p>
      <Failure resource={list} />
      {list.data === null ? (
        list.problem === null && <p>{t.loading}</p>
      ) : (
        <>
          {list.data.items.length === 0 && <p className="empty">{said('none', language)}</p>}
          <ul className="rows">
            {list.data.items.map((line) => (
              <LineRow key={line.line} review={id} line={line} onDecided={list.reload} />
            ))}
          </ul>
          <p className="list-foot">
            <More list={list} />
          </p>
        </>
      )}
    </>
  );
}

interface LineRowProps {
  readonly review: string;
  readonly line: LogReviewLine;
  readonly onDecided: () => Promise<void>;
}

function LineRow({ review, line, onDecided }: LineRowProps) {
  const { language } = useLanguage();
  const [refused, setRefused] = useState<Problem | null>(null);
  const decide = async (decision: ReviewDecision) => {
    const answer = await decideLine(review, line.line, decision);
    if (answer.ok) await onDecided();
    else setRefused(answer.problem);
  };
  const reasons = line.reasons.map((reason) => reasonWords[reason]?.[language] ?? reason);
  return (
    <li className="row">
      <p>
        <time dateTime={line.at}>{`${formatDay(line.at)} ${formatClock(line.at)}`}</time>
        <br />
        {reasons.join(', ')}
      </p>
      <div>
        <strong>{line.staff}</strong> {line.unit}
        <p>
          {line.act} {said('patients', language, { count: line.patients })}
        </p>
        <Refusal problem={refused} />
      </div>
      {line.decision === null ? (
        <div className="choices">
          {DECISIONS.map((decision) => (
            <Button key={decision} onPress={() => void decide(decision)}>
              {decisionWords[decision][language]}
            </Button>
          ))}
        </div>
      ) : (
        <p>{decisionWords[line.decision][language]}</p>
      )}
    </li>
  );
}
