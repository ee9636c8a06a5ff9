import { useLocation } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import type { Problem } from '../api/answer';
import { readCaseAt } from '../api/reads';
import type { PastCase } from '../api/types';
import { CaseFacts } from '../case/case-page';
import { Why } from '../case/case-frame';
import { caseAddress, historyAddress } from '../case/address';
import { Agreed } from '../case/agreed';
import { Duties } from '../case/duties';
import { Entries } from '../case/entries';
import { Receivers } from '../case/receivers';
import { sideOf } from '../case/side';
import { fill, useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { history, Link, PageHeading } from '../router';
import { formatInstant, fromLocalInput, toLocalInput } from '../time';
import { Button } from '../ui/button';
import { Failure } from '../ui/failure';
import { Icon } from '../ui/icon';
import { useHistoryTexts, type HistoryTexts } from './texts';

/** A stay as it stood at the instant that the address names. Nothing can be done here. */
export function HistoryPage({ id }: { readonly id: string }) {
  const t = useHistoryTexts();
  const { loading } = useTexts();
  const search = useLocation({ select: ({ searchStr }) => searchStr });
  const at = new URLSearchParams(search).get('at');
  const found = useResource(`past of ${id} ${at}`, () => readCaseAt(id, at));
  const past = found.data;
  const refusal = refusalOf(found.problem, t);
  const move = (to: string) => history.replace(historyAddress(id, to));
  return (
    <>
      <p>
        <Link to={caseAddress('discharge', id)}>{t.toPresent}</Link>
      </p>
      <PageHeading>{past?.case.patient?.name ?? t.heading}</PageHeading>
      {past !== null && <Banner past={past} />}
      <Steps key={past?.at ?? at} at={past?.at ?? at} past={past} onMove={move} />
      {refusal === null ? <Failure resource={found} /> : <p role="alert">{refusal}</p>}
      {past === null && found.problem === null && <p>{loading}</p>}
      {past !== null && <AsItWas past={past} />}
    </>
  );
}

/** What the reader should do about a time that cannot be shown; null: the problem says it itself. */
function refusalOf(problem: Problem | null, t: HistoryTexts): string | null {
  const code = problem?.errors?.find(({ path }) => path === '/instant')?.code;
  if (code === undefined) return null;
  return code === 'before_case' || code === 'before_joined' || code === 'in_future'
    ? t[code]
    : t.noTime;
}

function Banner({ past: { at, event } }: { readonly past: PastCase }) {
  const t = useHistoryTexts();
  const { language } = useLanguage();
  const time = (instant: string) => formatInstant(instant, language);
  return (
    <div className="message history-banner" role="status">
      <strong>
        <Icon name="soon" /> {fill(t.stood, { time: time(at) })}
      </strong>
      <p>{t.onlyLook}</p>
      {event !== null && (
        <p>{fill(t.latest, { title: event.title, time: time(event.recordedAt) })}</p>
      )}
    </div>
  );
}

interface StepsProps {
  readonly at: string | null;
  readonly past: PastCase | null;
  readonly onMove: (to: string) => void;
}

/** From event to event, or to any time. */
function Steps({ at, past, onMove }: StepsProps) {
  const t = useHistoryTexts();
  const [typed, setTyped] = useState(at === null ? '' : toTyped(at));
  const step = (label: string, to: string | null | undefined) => (
    <Button isOff={to == null} onPress={() => onMove(to ?? '')}>
      {label}
    </Button>
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onMove(fromLocalInput(typed) ?? typed);
  };
  return (
    <form className="history-steps" aria-label={t.steps} onSubmit={submit}>
      {step(t.previous, past?.previousAt)}
      {step(t.next, past?.nextAt)}
      <label htmlFor="history-time">{t.time}</label>
      <input
        id="history-time"
        type="datetime-local"
        required
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{t.show}</Button>
    </form>
  );
}

/** What somebody put into the address need be no time. */
function toTyped(at: string): string {
  return Number.isNaN(Date.parse(at)) ? '' : toLocalInput(at);
}

function AsItWas({ past: { at, case: view } }: { readonly past: PastCase }) {
  return (
    <>
      <Why view={view} />
      <CaseFacts view={view} />
      <Duties duties={view.duties} sideOf={(duty) => sideOf(duty, view)} now={Date.parse(at)} />
      <Receivers view={view} />
      <Agreed view={view} />
      <Entries view={view} events={[]} named={[]} />
    </>
  );
}
