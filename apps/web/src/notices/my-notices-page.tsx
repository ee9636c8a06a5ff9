import { useId, useState, type SubmitEvent } from 'react';
import type { Problem } from '../api/answer';
import type { NoticeWishes } from '../api/types';
import { useTexts } from '../language';
import { useResource } from '../resource';
import { PageHeading } from '../router';
import { ViewsToRead } from '../saved-views/views-to-read';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { readWishes, saveWishes } from './notices-api';
import { useNoticeTexts } from './texts';
import { ToldList } from './told-list';
import { Button } from '../ui/button';

/** What the reader's unit was told, and how she wants to be told outside the application. */
export function MyNoticesPage() {
  const t = useNoticeTexts();
  const { loading } = useTexts();
  const found = useResource('notice wishes', readWishes);
  return (
    <>
      <PageHeading>{t.mine}</PageHeading>
      <ViewsToRead />
      <ToldList />
      <h2>{t.outside}</h2>
      <p className="lead">{t.mineLead}</p>
      <Failure resource={found} />
      {found.data === null ? (
        found.problem === null && <p>{loading}</p>
      ) : (
        <Wishes before={found.data} />
      )}
    </>
  );
}

function Wishes({ before }: { readonly before: NoticeWishes }) {
  const t = useNoticeTexts();
  const id = useId();
  const [wishes, setWishes] = useState(before);
  const [hours, setHours] = useState(before.digestHours.join(', '));
  const [isSaved, setIsSaved] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const digestHours = hoursIn(hours);
  const change = (more: Partial<NoticeWishes>) => {
    setWishes({ ...wishes, ...more });
    setIsSaved(false);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (digestHours === null) return;
    const answer = await saveWishes({ ...wishes, digestHours });
    setProblem(answer.ok ? null : answer.problem);
    setIsSaved(answer.ok);
  };
  const shared = { id, wishes, change };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Refusal problem={problem} />
      <Line name="mail" type="email" {...shared} />
      <Choice name="mailFor" {...shared} />
      <Line name="phone" type="tel" {...shared} />
      <Choice name="smsFor" {...shared} />
      <div className="field">
        <label htmlFor={`${id}-digest`}>{t.digest}</label>
        <input
          id={`${id}-digest`}
          inputMode="text"
          value={hours}
          aria-invalid={digestHours === null}
          aria-describedby={`${id}-digest-fault`}
          onChange={({ target }) => setHours(target.value)}
        />
        <p id={`${id}-digest-fault`} className="hint" role="status">
          {digestHours === null && t.digestFault}
        </p>
      </div>
      <Line name="quietFrom" type="time" {...shared} />
      <Line name="quietUntil" type="time" {...shared} />
      <p className="hint">{t.quietHint}</p>
      <div className="field">
        <label htmlFor={`${id}-language`}>{t.language}</label>
        <select
          id={`${id}-language`}
          value={wishes.language}
          onChange={({ target }) => change({ language: target.value as 'sv' | 'en' })}
        >
          <option value="sv" lang="sv">
            svenska
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
      </div>
      <div className="buttons">
        <Button type="submit" variant="primary">
          {t.save}
        </Button>
      </div>
      <p role="status" className={isSaved ? 'saved' : ''}>
        {isSaved && t.saved}
      </p>
    </form>
  );
}

interface FieldProps {
  readonly id: string;
  readonly wishes: NoticeWishes;
  readonly change: (more: Partial<NoticeWishes>) => void;
}

interface LineProps extends FieldProps {
  readonly name: 'mail' | 'phone' | 'quietFrom' | 'quietUntil';
  readonly type: string;
}

function Line({ id, wishes, change, name, type }: LineProps) {
  const t = useNoticeTexts();
  return (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{t[name]}</label>
      <input
        id={`${id}-${name}`}
        type={type}
        value={wishes[name] ?? ''}
        onChange={({ target }) => change({ [name]: target.value.trim() || null })}
      />
    </div>
  );
}

function Choice({
  id,
  wishes,
  change,
  name,
}: FieldProps & { readonly name: 'mailFor' | 'smsFor' }) {
  const t = useNoticeTexts();
  return (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{t[name]}</label>
      <select
        id={`${id}-${name}`}
        value={wishes[name]}
        onChange={({ target }) => change({ [name]: target.value as NoticeWishes['mailFor'] })}
      >
        <option value="all">{t.forAll}</option>
        <option value="acute">{t.forAcute}</option>
        <option value="nothing">{t.forNothing}</option>
      </select>
    </div>
  );
}

const HOURS_MAX = 6;

/** Null: it is no list of hours. */
function hoursIn(text: string): number[] | null {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== '');
  const isList = parts.length <= HOURS_MAX && parts.every((part) => /^(?:1?\d|2[0-3])$/.test(part));
  return isList ? parts.map(Number) : null;
}
