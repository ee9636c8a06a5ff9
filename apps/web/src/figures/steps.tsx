import { lazy, Suspense } from 'react';
import type { Figures } from '../api/types';
import { fill, useLanguage, type Language } from '../language';
import { Disclosure } from '../ui/disclosure';
import { useBehindTexts } from './behind-texts';
import { CasesBehind } from './cases-behind';
import { placeName, placeQuery } from './crossing';
import { numberText, stretchText, valueText } from './number-text';
import type { CountedFigure, ShownFigure } from './shown-figure';
import { lastDayOf } from './stretch';
import { useFigureTexts, type FigureTexts } from './texts';

const Chart = lazy(async () => ({ default: (await import('./chart')).Chart }));

interface StepsProps {
  readonly figure: ShownFigure;
  /** Whose cases are behind it: itself, or what it counts. */
  readonly counted: CountedFigure;
  readonly figures: Figures;
}

/** A figure stretch by stretch, with the limits of ordinary variation and the cases behind each. */
export function Steps({ figure, counted, figures }: StepsProps) {
  const { from, to } = figures;
  const t = useFigureTexts();
  const { language } = useLanguage();
  const { title, unit, series, limits } = figure;
  const shown = series.filter(({ value }) => value !== null).length;
  const label = fill(t.chart, {
    ...{ title, unit, count: shown, from, to },
    place: placeName(figures, t),
  });
  const points = series.map(({ from: on, value }) => ({ on, value }));
  return (
    <>
      {shown > 0 && (
        <>
          <Suspense fallback={null}>
            <Chart course={{ points, limits }} label={label} unit={unit} />
          </Suspense>
          <p className="hint">{limits === null ? t.noLimits : limitsText(limits, t, language)}</p>
        </>
      )}
      <Disclosure summary={t.numbers} isPrinted>
        <Numbers figure={figure} counted={counted} figures={figures} label={label} />
      </Disclosure>
    </>
  );
}

interface NumbersProps extends StepsProps {
  readonly label: string;
}

/** Stretch by stretch, each with the way to its cases. */
function Numbers({ figure: { series }, counted, figures, label }: NumbersProps) {
  const { by, from, to } = figures;
  const t = useFigureTexts();
  const behind = useBehindTexts();
  const { language } = useLanguage();
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
                  figure={counted}
                  asked={{
                    ...{ ...placeQuery(figures), measure: counted.measure },
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

function limitsText(
  { centre, lower, upper }: NonNullable<ShownFigure['limits']>,
  t: FigureTexts,
  language: Language,
): string {
  const said = (value: number) => numberText(value, language);
  return fill(t.limits, { centre: said(centre), lower: said(lower), upper: said(upper) });
}
