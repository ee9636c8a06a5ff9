import type { ReactNode } from 'react';
import type { Figures } from '../api/types';
import { Disclosure } from '../ui/disclosure';
import { Between } from './between';
import { useCourseTexts, type CourseTexts } from './course-texts';
import { placeName } from './crossing';
import { Rolling } from './rolling';
import { Steps } from './steps';
import { useFigureTexts } from './texts';

interface CoursesProps {
  readonly figure: Figures['figures'][number];
  readonly figures: Figures;
}

interface Way {
  readonly title: string;
  readonly shown: ReactNode;
}

const FEW = { week: 'fewByWeek', month: 'fewByMonth', year: 'fewByYear' } as const;
const BY = { week: 'byWeek', month: 'byMonth', year: 'byYear' } as const;

/**
 * The course of a figure in every way that there is to look at it. What is shown at once follows a rule:
 * stretch by stretch, unless they hold too few to be compared.
 */
export function Courses({ figure, figures }: CoursesProps) {
  const t = useCourseTexts();
  const { isFew, rolling, between } = figure;
  const { by } = figures;
  const place = placeName(figures, useFigureTexts());
  const steps: Way = {
    title: t[BY[by]],
    shown: <Steps figure={figure} counted={figure} figures={figures} />,
  };
  const others: Way[] = [];
  if (rolling !== null) {
    const shown = <Rolling figure={figure} years={rolling} place={place} />;
    others.push({ title: t.rolling, shown });
  }
  if (between !== null) {
    const shown = <Between figure={figure} between={between} place={place} />;
    others.push({ title: t.between, shown });
  }
  const isOthersFirst = isFew && others.length > 0;
  const [first, then] = isOthersFirst ? [others, [steps]] : [[steps], others];
  return (
    <>
      {isFew && <p>{t[FEW[by]]}</p>}
      {isFew && <WhyNot why={figure.noRolling} t={t} />}
      {first.map(({ title, shown }) => (
        <div key={title}>
          {isOthersFirst && <h3>{title}</h3>}
          {shown}
        </div>
      ))}
      {then.map(({ title, shown }) => (
        <Disclosure key={title} summary={title} isPrinted>
          {shown}
        </Disclosure>
      ))}
    </>
  );
}

function WhyNot({
  why,
  t,
}: {
  readonly why: CoursesProps['figure']['noRolling'];
  readonly t: CourseTexts;
}) {
  return why === null ? null : <p className="hint">{t[why]}</p>;
}
