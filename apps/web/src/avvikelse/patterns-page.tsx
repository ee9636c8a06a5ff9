import { useState } from 'react';
import { readPatternLines, readPatterns, type Bar } from '../api/avvikelse-patterns';
import type { Period } from '../api/access-log';
import { serverNow } from '../api/server-time';
import type { AvvikelsePatterns } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { useList } from '../list';
import { PeriodFields } from '../log/period-fields';
import { useResource } from '../resource';
import { Link, PageHeading } from '../router';
import { formatDay, formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { useAvvikelseTexts } from './texts';
import { Button } from '../ui/button';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** In the order in which one reads them. */
const ORDER = ['category', 'consequence', 'concerned', 'reporter', 'month', 'answered'] as const;

/** How often what goes wrong between the reader's huvudman and others; each count leads to what it counts. */
export function PatternsPage() {
  const t = useAvvikelseTexts();
  const { loading } = useTexts();
  const [period, setPeriod] = useState<Period>(() => ({
    from: formatDay(serverNow() - YEAR_MS),
    to: formatDay(serverNow()),
  }));
  const [chosen, setChosen] = useState<Bar | null>(null);
  const found = useResource(`patterns ${period.from} ${period.to}`, () => readPatterns(period));
  const counted = found.data;
  const look = (next: Period) => {
    setChosen(null);
    setPeriod(next);
  };
  return (
    <>
      <PageHeading>{t.patterns}</PageHeading>
      <p className="lead">{t.patternsLead}</p>
      <PeriodFields period={period} onChange={look} />
      <Failure resource={found} />
      {counted === null && found.problem === null && <p>{loading}</p>}
      {counted?.total === 0 && <p className="empty">{t.noPatterns}</p>}
      {counted !== null && counted.total > 0 && (
        <>
          <p role="status">{fill(t.total, { count: counted.total })}</p>
          <Patterns counted={counted} chosen={chosen} onChoose={setChosen} />
          {chosen !== null && (
            <OfBar key={`${chosen.by} ${chosen.value}`} period={period} chosen={chosen} />
          )}
        </>
      )}
    </>
  );
}

interface PatternsProps {
  readonly counted: AvvikelsePatterns;
  readonly chosen: Bar | null;
  readonly onChoose: (bar: Bar) => void;
}

function Patterns({ counted, chosen, onChoose }: PatternsProps) {
  const t = useAvvikelseTexts();
  return (
    <div className="patterns">
      {ORDER.map((by) => (
        <section key={by} className="panel" aria-labelledby={`pattern-${by}`}>
          <h2 id={`pattern-${by}`}>{t[`by_${by}`]}</h2>
          <ul>
            {counted.patterns[by].map(({ value, text, count }) => (
              <li key={value} className="bar">
                <Button
                  aria-pressed={chosen?.by === by && chosen.value === value}
                  onPress={() => onChoose({ by, value, text })}
                >
                  {text}: {count}
                </Button>
                <meter aria-hidden="true" min={0} max={counted.total} value={count} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface OfBarProps {
  readonly period: Period;
  readonly chosen: Bar;
}

/** The avvikelser that a bar counts. Only those of the reader's own unit can be opened. */
function OfBar({ period, chosen }: OfBarProps) {
  const t = useAvvikelseTexts();
  const { loading } = useTexts();
  const { language } = useLanguage();
  const list = useList(
    `avvikelser of ${period.from} ${period.to} ${JSON.stringify(chosen)}`,
    (cursor, limit) => readPatternLines(period, chosen, cursor, limit),
  );
  return (
    <section aria-labelledby="of-bar">
      <h2 id="of-bar">{fill(t.ofBar, { text: chosen.text })}</h2>
      <Failure resource={list} />
      {list.data === null && list.problem === null && <p>{loading}</p>}
      <ul className="rows">
        {(list.data?.items ?? []).map((line) => (
          <li key={line.id} className="row">
            <p>
              <span className={`state state-${line.state}`}>{line.stateText}</span>
            </p>
            <div>
              {line.isOwn ? (
                <Link to={`/avvikelser/${line.id}`}>{line.categoryText}</Link>
              ) : (
                <strong>{line.categoryText}</strong>
              )}{' '}
              {fill(t.between, { reporter: line.reporter.name, concerned: line.concerned.name })}
            </div>
            <p className="hint">
              <time dateTime={line.reportedAt}>{formatInstant(line.reportedAt, language)}</time>
            </p>
          </li>
        ))}
      </ul>
      <p className="list-foot">
        <More list={list} />
      </p>
    </section>
  );
}
