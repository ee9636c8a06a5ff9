import { lazy, Suspense } from 'react';
import type { Figures } from '../api/types';
import { fill, useLanguage, type Language } from '../language';
import { Disclosure } from '../ui/disclosure';
import { useCourseTexts, type CourseTexts } from './course-texts';
import { numberText } from './number-text';
import { useFigureTexts } from './texts';

type Figure = Figures['figures'][number];
type DaysBetween = NonNullable<Figure['between']>;

const Chart = lazy(async () => ({ default: (await import('./chart')).Chart }));

interface BetweenProps {
  readonly figure: Figure;
  readonly between: DaysBetween;
  readonly place: string;
}

/** The days from one unwanted event to the next, and those since the last one. */
export function Between({ figure: { title }, between, place }: BetweenProps) {
  const t = useCourseTexts();
  const { numbers } = useFigureTexts();
  const { language } = useLanguage();
  const { intervals, limits, open } = between;
  const label = fill(t.betweenChart, { title, place, count: intervals.length });
  const course = {
    points: intervals.map(({ on, days }) => ({ on, value: days })),
    limits,
    open: { on: open.to, value: open.days, words: t.goesOn },
  };
  return (
    <>
      <Suspense fallback={null}>
        <Chart course={course} label={label} unit={t.days} />
      </Suspense>
      <p>{fill(t.openFor, { days: open.days, since: open.since })}</p>
      <p className="hint">
        {t.betweenWhy} {limitsText(limits, t, language)}
      </p>
      <Disclosure summary={numbers} isPrinted>
        <table>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t.event}</th>
              <th scope="col">{t.daysSince}</th>
            </tr>
          </thead>
          <tbody>
            {intervals.map(({ on, days }, index) => (
              // Two of one day have the same day.
              <tr key={`${on} ${index}`}>
                <th scope="row">{on}</th>
                <td>{days}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">
                {open.to} ({t.goesOn})
              </th>
              <td>{open.days}</td>
            </tr>
          </tbody>
        </table>
      </Disclosure>
    </>
  );
}

function limitsText(limits: DaysBetween['limits'], t: CourseTexts, language: Language): string {
  if (limits === null) return t.noBetweenLimits;
  const said = (value: number) => numberText(value, language);
  const { centre, lower, upper } = limits;
  return fill(t.betweenLimits, { centre: said(centre), lower: said(lower), upper: said(upper) });
}
