import { useLocation } from '@tanstack/react-router';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { Answer, Problem } from '../api/answer';
import type { AnyCase, Past } from '../api/types';
import { caseAddress, historyAddress } from '../case/address';
import { Why } from '../case/case-frame';
import { Duties } from '../case/duties';
import { Entries } from '../case/entries';
import type { CaseKit } from '../case/kit';
import { ShieldBand } from '../case/shield';
import { Timeline } from '../case/timeline';
import { fill, useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { history, Link, PageHeading } from '../router';
import { formatInstant, fromLocalInput, toLocalInput } from '../time';
import { Button } from '../ui/button';
import { Failure } from '../ui/failure';
import { Icon } from '../ui/icon';
import { useHistoryTexts, type HistoryTexts } from './texts';

interface HistoryFrameProps<View extends AnyCase> {
  readonly type: string;
  readonly kit: CaseKit<View>;
  readonly id: string;
  readonly read: (id: string, at: string | null) => Promise<Answer<Past<View>>>;
  /** Who it is about and the facts of the case. */
  readonly head: (view: View) => ReactNode;
  /** What is particular to the type. */
  readonly children: (view: View) => ReactNode;
}

/** A case as it stood at the instant that the address names. Nothing can be done here. */
export function HistoryFrame<View extends AnyCase>(props: HistoryFrameProps<View>) {
  const { type, id, read } = props;
  const t = useHistoryTexts();
  const { loading } = useTexts();
  const search = useLocation({ select: ({ searchStr }) => searchStr });
  const at = new URLSearchParams(search).get('at');
  const found = useResource(`past of ${id} ${at}`, () => read(id, at));
  const past = found.data;
  const refusal = refusalOf(found.problem, t);
  const move = (to: string) => history.replace(historyAddress(type, id, to));
  return (
    <>
      <p>
        <Link to={caseAddress(type, id)}>{t.toPresent}</Link>
      </p>
      <PageHeading>{past?.case.patient?.name ?? t.heading}</PageHeading>
      {past !== null && <Banner past={past} />}
      <Steps key={past?.at ?? at} at={past?.at ?? at} past={past} onMove={move} />
      {refusal === null ? <Failure resource={found} /> : <p role="alert">{refusal}</p>}
      {past === null && found.problem === null && <p>{loading}</p>}
      {past !== null && (
        <AsItWas key={`then ${past.at}`} {...props} past={past} reload={found.reload} />
      )}
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

function Banner({ past: { at, event } }: { readonly past: Past<AnyCase> }) {
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
  readonly past: Past<AnyCase> | null;
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

interface AsItWasProps<View extends AnyCase> extends HistoryFrameProps<View> {
  readonly past: Past<View>;
  readonly reload: () => Promise<void>;
}

function AsItWas<View extends AnyCase>(props: AsItWasProps<View>) {
  const { kit, head, children, reload } = props;
  const { at, case: view, events } = props.past;
  return (
    <>
      <ShieldBand view={view} />
      <Why view={view} />
      {head(view)}
      <Duties duties={view.duties} sideOf={(duty) => kit.sideOf(duty, view)} now={Date.parse(at)} />
      {children(view)}
      <Entries view={view} events={events} named={kit.named?.(view) ?? []} />
      <Timeline
        view={view}
        events={{ data: events, problem: null, reload }}
        onRattelse={() => undefined}
      />
    </>
  );
}
