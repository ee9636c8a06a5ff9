import { useLocation } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { serverNow } from '../api/server-time';
import type { Me } from '../api/types';
import { fill, useLanguage } from '../language';
import { history, PageHeading } from '../router';
import { formatInstant, fromLocalInput, toLocalInput } from '../time';
import { Button } from '../ui/button';
import { Entered } from './entered';
import { Papers } from './papers';
import { addressOf, REENTRY, sittingIn, type Sitting } from './sitting';
import { useReentryTexts } from './texts';
import { TimeInput } from './time-input';

/** Where papers that were written while the service was away are entered, one by one. */
export function ReentryPage({ me }: { readonly me: Me }) {
  const t = useReentryTexts();
  const search = useLocation({ select: ({ searchStr }) => searchStr });
  const sitting = sittingIn(search);
  const go = (to: Sitting) => history.replace(addressOf(to));
  return (
    <>
      <PageHeading>{t.page}</PageHeading>
      <div className="no-print">
        <p className="lead">{t.lead}</p>
        <p>
          <a href="/reservblanketter.html">{t.forms}</a>
        </p>
      </div>
      {sitting === null ? (
        <OutageForm onBegin={go} />
      ) : (
        <>
          <Outage sitting={sitting} />
          <Papers sitting={sitting} me={me} onGo={go} />
          <Entered sitting={sitting} me={me} />
        </>
      )}
    </>
  );
}

/** From when to when the service was away. */
function OutageForm({ onBegin }: { readonly onBegin: (sitting: Sitting) => void }) {
  const t = useReentryTexts();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const now = toLocalInput(serverNow());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onBegin({ from, until, at: from, paper: null, stays: [] });
  };
  return (
    <form className="panel" aria-label={t.outage} onSubmit={submit}>
      <TimeInput label={t.from} value={from} max={until || now} onChange={setFrom} />
      <TimeInput label={t.until} value={until} min={from} max={now} onChange={setUntil} />
      <Button type="submit" variant="primary">
        {t.begin}
      </Button>
    </form>
  );
}

function Outage({ sitting: { from, until } }: { readonly sitting: Sitting }) {
  const t = useReentryTexts();
  const { language } = useLanguage();
  const said = (local: string) => formatInstant(fromLocalInput(local) ?? local, language);
  return (
    <p>
      {fill(t.lasted, { from: said(from), until: said(until) })}{' '}
      <Button isSmall onPress={() => history.replace(REENTRY)}>
        {t.change}
      </Button>
    </p>
  );
}
