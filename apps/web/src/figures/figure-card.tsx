import { useId, type ReactNode } from 'react';
import type { Figures } from '../api/types';
import { fill, useLanguage } from '../language';
import { Disclosure } from '../ui/disclosure';
import { Courses } from './courses';
import { numberText, valueText } from './number-text';
import type { CountedFigure, ShownFigure } from './shown-figure';
import { Steps } from './steps';
import { useFigureTexts, type FigureTexts } from './texts';

type Value = Pick<ShownFigure['all'], 'count' | 'whole' | 'value'>;

interface FigureCardProps {
  readonly figure: ShownFigure;
  /** Whose cases are behind it: itself, or what it counts. */
  readonly counted: CountedFigure;
  readonly figures: Figures;
  /** What else there is to say of its number. */
  readonly children?: ReactNode;
}

/** One measure of a place: its number, its course, and how it is counted. */
export function FigureCard({ figure, counted, figures, children }: FigureCardProps) {
  const t = useFigureTexts();
  const { language } = useLanguage();
  const id = useId();
  const { measure, title, unit, all } = figure;
  const spread = 'spread' in figure ? figure.spread : null;
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
      {children}
      {'rolling' in figure ? (
        <Courses figure={figure} figures={figures} />
      ) : (
        <Steps figure={figure} counted={counted} figures={figures} />
      )}
      <Disclosure summary={t.definition} isPrinted>
        <Definition figure={figure} t={t} />
      </Disclosure>
    </section>
  );
}

function Definition({ figure, t }: { readonly figure: ShownFigure; readonly t: FigureTexts }) {
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
