import { useId, useState } from 'react';
import type { Problem } from '../api/answer';
import { readEmergencies, reviewEmergency } from '../api/protection';
import type { Emergency } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { useList } from '../list';
import { PageHeading } from '../router';
import { formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { Refusal } from '../ui/refusal';
import { Button } from '../ui/button';

/** Emergency openings at the administrator's controller that nobody has judged yet. */
export function ReviewPage() {
  const t = useTexts();
  const list = useList('emergencies', readEmergencies);
  return (
    <>
      <PageHeading>{t.review}</PageHeading>
      <p className="lead">{t.reviewLead}</p>
      <Failure resource={list} />
      {list.data === null ? (
        list.problem === null && <p>{t.loading}</p>
      ) : (
        <>
          {list.data.items.length === 0 && <p className="empty">{t.reviewNothing}</p>}
          <ul className="rows">
            {list.data.items.map((each) => (
              <OpeningRow key={each.id} opening={each} onDone={list.reload} />
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

interface OpeningRowProps {
  readonly opening: Emergency;
  readonly onDone: () => Promise<void>;
}

function OpeningRow({ opening, onDone }: OpeningRowProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const id = useId();
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<Problem | null>(null);
  const { staff, unit, reasonText, at, until, reads } = opening;
  const times = { from: formatInstant(at, language), until: formatInstant(until, language) };
  const judge = async (verdict: 'approved' | 'questioned') => {
    const answer = await reviewEmergency(opening.id, { verdict, words });
    if (answer.ok) await onDone();
    else setRefused(answer.problem);
  };
  return (
    <li className="panel command-panel">
      <h2>
        {staff.name}, {unit.name}
      </h2>
      <p>
        {reasonText}: {opening.words}
      </p>
      <p className="hint">
        {fill(t.reviewTimes, times)} {fill(t.reviewReads, { n: String(reads) })}
      </p>
      <Refusal problem={refused} />
      <div className="field">
        <label htmlFor={id}>{t.reviewWords}</label>
        <input
          id={id}
          required
          maxLength={200}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <div className="buttons">
        <Button variant="primary" onPress={() => void judge('approved')}>
          {t.reviewApprove}
        </Button>
        <Button onPress={() => void judge('questioned')}>{t.reviewQuestion}</Button>
      </div>
    </li>
  );
}
