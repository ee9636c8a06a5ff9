import { useState, type SubmitEvent } from 'react';
import { readReviews, selectLines } from '../api/access-log';
import type { Problem } from '../api/answer';
import { serverNow } from '../api/server-time';
import type { LogReview } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { useList } from '../list';
import { Link, navigate, PageHeading } from '../router';
import { formatDay } from '../time';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { Refusal } from '../ui/refusal';
import { PeriodFields } from './period-fields';
import { said } from './words';
import { Button } from '../ui/button';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const SIZE = 20;
const SIZE_MAX = 200;

/** Follow-up of the access log: what has been picked, and picking anew. */
export function LogPage() {
  const t = useTexts();
  const { language } = useLanguage();
  const list = useList('log reviews', readReviews);
  return (
    <>
      <PageHeading>{said('heading', language)}</PageHeading>
      <p className="lead">{said('lead', language)}</p>
      <p>
        <Link to="/loggutdrag">{said('extract', language)}</Link>
      </p>
      <SelectForm />
      <Failure resource={list} />
      {list.data === null ? (
        list.problem === null && <p>{t.loading}</p>
      ) : (
        <>
          {list.data.items.length === 0 && <p className="empty">{said('none', language)}</p>}
          <ul className="rows">
            {list.data.items.map((review) => (
              <ReviewRow key={review.id} review={review} />
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

function ReviewRow({ review }: { readonly review: LogReview }) {
  const { language } = useLanguage();
  const { id, from, to, picked, lines, open } = review;
  return (
    <li className="row">
      <div>
        <Link to={`/loggkontroll/${id}`} className="row-link">
          <strong>{`${from} – ${to}`}</strong>
        </Link>
      </div>
      <p>{said('picked', language, { picked, lines, open })}</p>
    </li>
  );
}

function SelectForm() {
  const { language } = useLanguage();
  const [period, setPeriod] = useState(() => ({
    from: formatDay(serverNow() - WEEK_MS),
    to: formatDay(serverNow()),
  }));
  const [size, setSize] = useState(SIZE);
  const [refused, setRefused] = useState<Problem | null>(null);
  const select = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await selectLines(period, size);
    if (answer.ok) navigate(`/loggkontroll/${answer.data.id}`);
    else setRefused(answer.problem);
  };
  return (
    <form onSubmit={(event) => void select(event)}>
      <Refusal problem={refused} />
      <PeriodFields period={period} onChange={setPeriod} />
      <div className="field">
        <label htmlFor="log-size">{said('size', language)}</label>
        <input
          id="log-size"
          type="number"
          min={0}
          max={SIZE_MAX}
          value={size}
          onChange={({ target }) => setSize(target.valueAsNumber)}
        />
      </div>
      <div className="buttons">
        <Button type="submit" variant="primary">
          {said('select', language)}
        </Button>
      </div>
    </form>
  );
}
