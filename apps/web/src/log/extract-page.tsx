import { useState, type ComponentProps, type SubmitEvent } from 'react';
import { readExtract } from '../api/access-log';
import type { Problem } from '../api/answer';
import { serverNow } from '../api/server-time';
import { useLanguage } from '../language';
import { Link, PageHeading } from '../router';
import { formatDay } from '../time';
import { Refusal } from '../ui/refusal';
import { ExtractTable } from './extract-table';
import { PeriodFields } from './period-fields';
import { said } from './words';
import { Button } from '../ui/button';

const MONTHS_MS = 92 * 24 * 60 * 60 * 1000;

/** Who has read about a patient, to print and hand over. Nothing of it stays in the address. */
export function ExtractPage() {
  const { language } = useLanguage();
  const [number, setNumber] = useState('');
  const [names, setNames] = useState(false);
  const [period, setPeriod] = useState(() => ({
    from: formatDay(serverNow() - MONTHS_MS),
    to: formatDay(serverNow()),
  }));
  const [extract, setExtract] = useState<ComponentProps<typeof ExtractTable> | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const show = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await readExtract(number.trim(), period, names);
    setExtract(
      answer.ok ? { extract: answer.data, number: number.trim(), madeAt: serverNow() } : null,
    );
    setRefused(answer.ok ? null : answer.problem);
  };
  return (
    <>
      <PageHeading>{said('extract', language)}</PageHeading>
      <p className="lead no-print">{said('extractLead', language)}</p>
      <p className="no-print">
        <Link to="/loggkontroll">{said('back', language)}</Link>
      </p>
      <form autoComplete="off" onSubmit={(event) => void show(event)}>
        <Refusal problem={refused} />
        <div className="field">
          <label htmlFor="extract-number">{said('number', language)}</label>
          <input
            id="extract-number"
            autoComplete="off"
            required
            value={number}
            onChange={({ target }) => setNumber(target.value)}
          />
        </div>
        <PeriodFields period={period} onChange={setPeriod} />
        <div className="tick">
          <input
            id="extract-names"
            type="checkbox"
            checked={names}
            onChange={({ target }) => setNames(target.checked)}
          />
          <label htmlFor="extract-names">{said('names', language)}</label>
        </div>
        <div className="buttons">
          <Button type="submit" variant="primary">
            {said('show', language)}
          </Button>
        </div>
      </form>
      {extract !== null && <ExtractTable {...extract} />}
    </>
  );
}
