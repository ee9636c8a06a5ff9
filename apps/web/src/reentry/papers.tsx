import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { PAGE_ITEMS_MAX, readCases, readUnits } from '../api/reads';
import { serverNow } from '../api/server-time';
import type { Me } from '../api/types';
import { listingPicks } from '../case/unit-picks';
import { fill, useLanguage, useTexts } from '../language';
import { useList } from '../list';
import { OpenCase } from '../pages/open-case';
import { useResource } from '../resource';
import { formatClock, formatInstant, fromLocalInput } from '../time';
import { Button } from '../ui/button';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { OfStay } from './of-stay';
import { addressOf, NEW_PATIENT, takenUp, type Sitting } from './sitting';
import { useReentryTexts } from './texts';
import { TimeInput } from './time-input';

interface PapersProps {
  readonly sitting: Sitting;
  readonly me: Me;
  readonly onGo: (to: Sitting) => void;
}

/** One paper at a time: whose it is and when it happened, what happened, and its form. */
export function Papers({ sitting, me, onGo }: PapersProps) {
  const t = useReentryTexts();
  const { paper } = sitting;
  const [saved, setSaved] = useState('');
  const note = (label: string) =>
    setSaved(fill(t.saved, { time: formatClock(serverNow()), label }));
  const putAside = () => onGo({ ...sitting, paper: null });
  const take = (to: Sitting) => {
    setSaved('');
    onGo(to);
  };
  if (paper === null) {
    return <NextPaper key={saved} sitting={sitting} me={me} saved={saved} onTake={take} />;
  }
  if (paper === NEW_PATIENT) {
    return (
      <NewPatient sitting={sitting} onAdmitted={(id) => onGo(takenUp(sitting, id, sitting.at))} />
    );
  }
  return (
    <OfStay
      key={paper}
      id={paper}
      sitting={sitting}
      me={me}
      onBack={putAside}
      onDone={(label) => {
        note(label);
        putAside();
      }}
    />
  );
}

interface NextPaperProps {
  readonly sitting: Sitting;
  readonly me: Me;
  /** What has just been entered; empty: nothing. */
  readonly saved: string;
  readonly onTake: (to: Sitting) => void;
}

/** Whose paper it is, and the time that stands on it. */
function NextPaper({ sitting, me, saved, onTake }: NextPaperProps) {
  const t = useReentryTexts();
  const { language } = useLanguage();
  const id = useId();
  const status = useRef<HTMLParagraphElement>(null);
  const [stay, setStay] = useState('');
  const [at, setAt] = useState(sitting.at);
  const { from, until, at: last } = sitting;
  useEffect(() => {
    if (saved !== '') status.current?.focus();
  }, [saved]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onTake(takenUp(sitting, stay, at));
  };
  return (
    <section aria-labelledby={id} className="no-print">
      <h2 id={id}>{t.next}</h2>
      <p role="status" tabIndex={-1} ref={status} className={saved === '' ? '' : 'saved'}>
        {saved}
      </p>
      <form className="panel" aria-labelledby={id} onSubmit={submit}>
        <StayField value={stay} me={me} onChange={setStay} />
        <TimeInput label={t.at} value={at} min={from} max={until} onChange={setAt} />
        {at < last && (
          <p role="status">
            {fill(t.earlier, { time: formatInstant(fromLocalInput(last) ?? last, language) })}
          </p>
        )}
        <Button type="submit" variant="primary">
          {t.open}
        </Button>
      </form>
    </section>
  );
}

interface StayFieldProps {
  readonly value: string;
  readonly me: Me;
  readonly onChange: (stay: string) => void;
}

/** The stays of the reader's unit that have not ended, and somebody who has none yet. */
function StayField({ value, me, onChange }: StayFieldProps) {
  const t = useReentryTexts();
  const { nameNotDisclosed } = useTexts();
  const { language } = useLanguage();
  const id = useId();
  const list = useList('stays of papers', readCases, PAGE_ITEMS_MAX);
  const open = (list.data?.items ?? []).filter(({ closedAt }) => closedAt === null);
  return (
    <div className="field">
      <Failure resource={list} />
      <label htmlFor={id}>{t.patient}</label>
      <select id={id} required value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t.choose}</option>
        {me.may.open.includes('discharges') && <option value={NEW_PATIENT}>{t.newPatient}</option>}
        {open.map(({ id: stay, patient, openedAt }) => (
          <option key={stay} value={stay}>
            {`${patient?.name ?? nameNotDisclosed}, ${formatInstant(openedAt, language)}`}
          </option>
        ))}
      </select>
      <More list={list} />
    </div>
  );
}

interface NewPatientProps {
  readonly sitting: Sitting;
  readonly onAdmitted: (id: string) => void;
}

/** Somebody who came while the service was away. */
function NewPatient({ sitting, onAdmitted }: NewPatientProps) {
  const t = useReentryTexts();
  const { admit } = useTexts();
  const units = useResource('units', readUnits).data?.items ?? [];
  return (
    <section aria-label={t.newPatient} className="no-print">
      <h2>{t.newPatient}</h2>
      <OpenCase
        path="discharges"
        label={admit}
        given={{}}
        initial={{ '/occurredAt': sitting.at }}
        picks={{ listedAt: listingPicks(units) }}
        back={addressOf({ ...sitting, paper: null })}
        onOpened={({ id }) => onAdmitted(id)}
      />
    </section>
  );
}
