import { lazy, Suspense, useId } from 'react';
import type { Figures } from '../api/types';
import { fill, useLanguage, type Language } from '../language';
import { Disclosure } from '../ui/disclosure';
import { useBehindTexts } from './behind-texts';
import { CasesBehind } from './cases-behind';
import { placeName, placeQuery } from './crossing';
import { numberText, stretchText, valueText } from './number-text';
import { lastDayOf } from './stretch';
import { useFigureTexts, type FigureTexts } from './texts';

type Figure = Figures['figures'][number];
type Value = Pick<Figure['all'], 'count' | 'whole' | 'value' | 'isHidden'>;

const Chart = lazy(async () => ({ default: (await import('./chart')).Chart }));

interface FigureCardProps {
  readonly figure: Figure;
  readonly figures: Figures;
}

/** One measure of a place: its number, its course, and how it is counted. */
export function FigureCard({ figure, figures }: FigureCardProps) {
  const { from, to } = figures;
  const t = useFigureTexts();
  const { language } = useLanguage();
  const id = useId();
  const { measure, title, unit, series, limits, all, spread } = figure;
  const shown = series.filter(({ value }) => value !== null).length;
  const label = fill(t.chart, {
    title,
    unit,
    place: placeName(figures, t),
    count: shown,
    from,
    to,
  });
  return (
    <section className="panel figure" id={measure} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>
        <strong className="figure-value">{valueText(all, t, language)}</strong>{' '}
        {all.value !== null && <span>{unit}</span>} <span className="hint">{ofText(all)}</span>
      </p>
      {spread !== null && (
        <p>
          {fill(t.spread, {
            median: numberText(spread.median, language),
            p90: numberText(spread.p90, language),
            unit,
          })}
        </p>
      )}
      {shown > 0 && (
        <>
          <Suspense fallback={null}>
            <Chart figure={figure} label={label} unit={unit} />
          </Suspense>
          <p className="hint">{limits === null ? t.noLimits : limitsText(limits, t, language)}</p>
        </>
      )}
      <Disclosure summary={t.numbers} isPrinted>
        <Numbers figure={figure} figures={figures} label={label} />
      </Disclosure>
      <Disclosure summary={t.definition} isPrinted>
        <Definition figure={figure} t={t} />
      </Disclosure>
    </section>
  );
}

/** Stretch by stretch, each with the way to its cases. */
function Numbers({ figure, figures, label }: FigureCardProps & { readonly label: string }) {
  const { by, from, to } = figures;
  const t = useFigureTexts();
  const behind = useBehindTexts();
  const { language } = useLanguage();
  const { measure, series } = figure;
  return (
    <table>
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t[by]}</th>
          <th scope="col">{t.value}</th>
          <th scope="col">{t.numerator}</th>
          <th scope="col">{t.denominator}</th>
          <th scope="col">{behind.cases}</th>
        </tr>
      </thead>
      <tbody>
        {series.map((each, index) => (
          <tr key={each.from}>
            <th scope="row">{stretchText(each.from, by, language)}</th>
            <td>{valueText(each, t, language)}</td>
            <td>{each.count ?? ''}</td>
            <td>{each.whole ?? ''}</td>
            <td>
              {(each.value !== null || each.isHidden) && (
                <CasesBehind
                  figure={figure}
                  asked={{
                    ...{ ...placeQuery(figures), measure },
                    from: each.from < from ? from : each.from,
                    to: lastDayOf(series[index + 1]?.from, to),
                  }}
                  name={stretchText(each.from, by, language)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Definition({ figure, t }: { readonly figure: Figure; readonly t: FigureTexts }) {
  const { numerator, denominator, dated, rule, isAssumed } = figure;
  return (
    <>
      <dl>
        <dt>{t.numerator}</dt>
        <dd>{numerator}</dd>
        <dt>{t.denominator}</dt>
        <dd>{denominator}</dd>
        <dt>{t.dated}</dt>
        <dd>{dated}</dd>
        <dt>{t.rule}</dt>
        <dd>{rule}</dd>
      </dl>
      {isAssumed && <p>{t.assumed}</p>}
    </>
  );
}

function ofText({ count, whole, value }: Value): string {
  return value === null || count === null || whole === null ? '' : `${count} / ${whole}`;
}

function limitsText(
  { centre, lower, upper }: NonNullable<Figure['limits']>,
  t: FigureTexts,
  language: Language,
): string {
  const said = (value: number) => numberText(value, language);
  return fill(t.limits, { centre: said(centre), lower: said(lower), upper: said(upper) });
}
