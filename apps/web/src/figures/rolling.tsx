import { lazy, Suspense } from 'react';
import type { Figures } from '../api/types';
import { fill, useLanguage } from '../language';
import { Disclosure } from '../ui/disclosure';
import { useCourseTexts } from './course-texts';
import { valueText } from './number-text';
import { useFigureTexts } from './texts';

type Figure = Figures['figures'][number];

const Chart = lazy(async () => ({ default: (await import('./chart')).Chart }));

interface RollingProps {
  readonly figure: Figure;
  readonly years: NonNullable<Figure['rolling']>;
  readonly place: string;
}

/** A figure by the twelve whole months that end with each month. */
export function Rolling({ figure: { title, unit }, years, place }: RollingProps) {
  const t = useCourseTexts();
  const words = useFigureTexts();
  const { language } = useLanguage();
  const label = fill(t.rollingChart, { title, unit, place, count: years.length });
  const points = years.map(({ to, value }) => ({ on: to, value }));
  return (
    <>
      <Suspense fallback={null}>
        <Chart course={{ points, limits: null }} label={label} unit={unit} />
      </Suspense>
      <p className="hint">{t.rollingWhy}</p>
      <Disclosure summary={words.numbers} isPrinted>
        <table>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t.endsWith}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.numerator}</th>
              <th scope="col">{words.denominator}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ to, count, whole, value }) => (
              <tr key={to}>
                <th scope="row">{to}</th>
                <td>{valueText({ value, isHidden: false }, words, language)}</td>
                <td>{count}</td>
                <td>{whole}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </>
  );
}
