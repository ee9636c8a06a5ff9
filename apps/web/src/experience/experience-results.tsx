import { useId } from 'react';
import { answerOf, api } from '../api/client';
import type { Experience, Figures } from '../api/types';
import { fill, useLanguage } from '../language';
import { useResource } from '../resource';
import { lastDayOf } from '../figures/stretch';
import { Failure } from '../ui/failure';
import { useExperienceTexts } from './texts';

/** What patients, relatives and staff said at the place and in the period of the figures beside it. */
export function ExperienceResults({ figures }: { readonly figures: Figures }) {
  const t = useExperienceTexts();
  const id = useId();
  const { place, from, to } = figures;
  const query = { place: place.id, from, to };
  const found = useResource(`experience ${JSON.stringify(query)}`, () =>
    answerOf(api.GET('/api/v1/experience', { params: { query } })),
  );
  const { data } = found;
  return (
    <section className="panel figure" aria-labelledby={id}>
      <h2 id={id}>{t.results}</h2>
      <p>{t.resultsLead}</p>
      <Failure resource={found} />
      {data !== null && (
        <p className="hint">
          {data.from === null || data.before === null
            ? t.noQuarter
            : fill(t.quarters, { from: data.from, to: lastDayOf(data.before, to) })}
        </p>
      )}
      {data?.results.map((result) => (
        <Result key={result.kind} result={result} />
      ))}
    </section>
  );
}

function Result({ result }: { readonly result: Experience['results'][number] }) {
  const t = useExperienceTexts();
  const { language } = useLanguage();
  const { title, answers, isHidden, questions } = result;
  const meanText = (mean: number | null) =>
    mean === null
      ? t.hidden
      : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(mean);
  return (
    <>
      <h3>{title}</h3>
      <p>
        {answers === null ? t.hidden : fill(t.answers, { count: answers })}{' '}
        {answers !== null && isHidden && t.someHidden}
      </p>
      {answers !== null && answers > 0 && (
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.question}</th>
              <th scope="col">{t.mean}</th>
              <th scope="col">{t.count}</th>
            </tr>
          </thead>
          <tbody>
            {questions.map(({ key, text, mean, count }) => (
              <tr key={key}>
                <th scope="row">{text}</th>
                <td>{meanText(mean)}</td>
                <td>{count ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
