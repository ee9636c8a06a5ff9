import { useId } from 'react';
import type { Figures } from '../api/types';
import { fill, useLanguage } from '../language';
import { Disclosure } from '../ui/disclosure';
import { Courses } from './courses';
import { numberText, valueText } from './number-text';
import { useFigureTexts, type FigureTexts } from './texts';

type Figure = Figures['figures'][number];
type Value = Pick<Figure['all'], 'count' | 'whole' | 'value' | 'isHidden'>;

interface FigureCardProps {
  readonly figure: Figure;
  readonly figures: Figures;
}

/** One measure of a place: its number, its course, and how it is counted. */
export function FigureCard({ figure, figures }: FigureCardProps) {
  const t = useFigureTexts();
  const { language } = useLanguage();
  const id = useId();
  const { measure, title, unit, all, spread } = figure;
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
      <Courses figure={figure} figures={figures} />
      <Disclosure summary={t.definition} isPrinted>
        <Definition figure={figure} t={t} />
      </Disclosure>
    </section>
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
