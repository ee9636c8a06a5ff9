import { lazy, Suspense, useId } from 'react';
import type { Figures } from '../api/types';
import { fill, useLanguage } from '../language';
import { useBehindTexts } from './behind-texts';
import { CasesBehind } from './cases-behind';
import { placeName, placeQuery } from './crossing';
import { numberText } from './number-text';
import { useFigureTexts } from './texts';

const Bars = lazy(async () => ({ default: (await import('./bars')).Bars }));

/** Why patients of a place waited: bars of days, most first, and a table with the owners. */
export function CausesCard({ figures }: { readonly figures: Figures }) {
  const t = useFigureTexts();
  const behind = useBehindTexts();
  const { language } = useLanguage();
  const id = useId();
  const { causes, from, to } = figures;
  const bars = causes.causes.flatMap(({ title, days }) =>
    days === null ? [] : [{ name: title, value: days }],
  );
  const label = fill(t.causesChart, { place: placeName(figures, t), from, to });
  return (
    <section className="panel figure" aria-labelledby={id}>
      <h2 id={id}>{t.causes}</h2>
      <p className="hint">{t.causesLead}</p>
      {causes.causes.length === 0 && <p>{t.none}</p>}
      {bars.length > 0 && (
        <Suspense fallback={null}>
          <Bars bars={bars} label={label} unit={t.days} />
        </Suspense>
      )}
      {causes.causes.length > 0 && (
        <table>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t.cause}</th>
              <th scope="col">{t.days}</th>
              <th scope="col">{t.share}</th>
              <th scope="col">{t.owners}</th>
              <th scope="col">{behind.cases}</th>
            </tr>
          </thead>
          <tbody>
            {causes.causes.map(({ cause, title, days, share, owners, searchedBy }) => (
              <tr key={cause}>
                <th scope="row">{title}</th>
                <td>{days === null ? t.hidden : numberText(days, language)}</td>
                <td>{share === null ? '' : numberText(share, language)}</td>
                <td>{owners.join(', ')}</td>
                <td>
                  {searchedBy !== null && (
                    <CasesBehind
                      figure={{ kind: 'by-day', unit: t.days }}
                      asked={{ ...placeQuery(figures), measure: searchedBy, from, to }}
                      name={title}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {causes.causes.some(({ searchedBy }) => searchedBy === null) && (
        <p className="hint">{t.notSearched}</p>
      )}
      {causes.list !== null && (
        <p className="hint">
          {fill(t.causeList, { version: causes.list.version, source: causes.list.source })}
        </p>
      )}
    </section>
  );
}
