import { useState, type SubmitEvent } from 'react';
import { readExtract } from '../api/access-log';
import type { Problem } from '../api/answer';
import { serverNow } from '../api/server-time';
import type { PatientExtract } from '../api/types';
import { useLanguage } from '../language';
import { Link, PageHeading } from '../router';
import { formatClock, formatDay } from '../time';
import { Failure } from '../ui/failure';
import { PeriodFields } from './period-fields';
import { said } from './words';

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
  const [extract, setExtract] = useState<PatientExtract | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const show = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await readExtract(number.trim(), period, names);
    setExtract(answer.ok ? answer.data : null);
    setRefused(answer.ok ? null : answer.problem);
  };
  return (
    <>
      <PageHeading>{said('extract', language)}</PageHeading>
      <p className="lead">{said('extractLead', language)}</p>
      <p>
        <Link to="/loggkontroll">{said('back', language)}</Link>
      </p>
      <form onSubmit={(event) => void show(event)}>
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
        <div className="field">
          <label>
            <input
              type="checkbox"
              checked={names}
              onChange={({ target }) => setNames(target.checked)}
            />{' '}
            {said('names', language)}
          </label>
        </div>
        <Failure resource={{ problem: refused, reload: () => Promise.resolve(setRefused(null)) }} />
        <button type="submit" className="button">
          {said('show', language)}
        </button>
      </form>
      {extract !== null && <Extract extract={extract} />}
    </>
  );
}

function Extract({ extract }: { readonly extract: PatientExtract }) {
  const { language } = useLanguage();
  const { controller, from, to, items } = extract;
  return (
    <section>
      <h2>{said('extractOf', language, { name: controller.name, from, to })}</h2>
      <button type="button" onClick={() => window.print()}>
        {said('print', language)}
      </button>
      {items.length === 0 && <p className="empty">{said('nothing', language)}</p>}
      <ul className="rows">
        {items.map(({ at, unit, act, breakGlass, staff }, index) => (
          // Nothing tells two lines of the same moment apart but their place.
          <li className="row" key={`${at} ${index}`}>
            <time dateTime={at}>{`${formatDay(at)} ${formatClock(at)}`}</time>
            <div>
              <strong>{unit}</strong>
              <p>
                {act} {staff}
              </p>
              {breakGlass && <p>{said('emergency', language)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
