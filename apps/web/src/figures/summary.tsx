import { useId } from 'react';
import type { Figures } from '../api/types';
import { fill, useLanguage } from '../language';
import { stretchText, valueText } from './number-text';
import type { ShownFigure } from './shown-figure';
import { useFigureTexts, type FigureTexts } from './texts';

/** Every figure on one line, and whether its last value is out of the ordinary: where to look first. */
export function Summary({ figures: { figures, numbered, by } }: { readonly figures: Figures }) {
  const t = useFigureTexts();
  const { language } = useLanguage();
  const id = useId();
  return (
    <section className="panel figure" aria-labelledby={id}>
      <h2 id={id}>{t.summary}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.measure}</th>
            <th scope="col">{t.whole}</th>
            <th scope="col">{t.last}</th>
            <th scope="col">{t.judged}</th>
          </tr>
        </thead>
        <tbody>
          {[...figures, ...numbered].map((figure) => {
            const last = lastOf(figure);
            return (
              <tr key={figure.measure}>
                <th scope="row">
                  <a href={`#${figure.measure}`}>{figure.title}</a>
                </th>
                <td>
                  {valueText(figure.all, t, language)} {figure.all.value !== null && figure.unit}
                </td>
                <td>
                  {last !== undefined &&
                    fill(t.lastOf, {
                      value: valueText(last, t, language),
                      stretch: stretchText(last.from, by, language),
                    })}
                </td>
                <td>{judgement(figure, t)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function lastOf({ series }: ShownFigure): ShownFigure['series'][number] | undefined {
  return series.findLast(({ value }) => value !== null);
}

/** Words beside the value, no colour: it is read in print and by ear. */
function judgement(figure: ShownFigure, t: FigureTexts): string {
  const { limits } = figure;
  const value = lastOf(figure)?.value ?? null;
  if (value === null) return '';
  if (limits === null || ('isFew' in figure && figure.isFew)) return t.tooFew;
  if (value > limits.upper) return t.unusuallyHigh;
  return value < limits.lower ? t.unusuallyLow : t.ordinary;
}
