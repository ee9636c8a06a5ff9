import { dot, line, plot, ruleX, ruleY, text } from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import { useLanguage, type Language } from '../language';
import { formatDay } from '../time';
import { asPicture, tickText } from './picture';
import type { ShownFigure } from './shown-figure';

/** What is drawn: values by day, and the limits of ordinary variation, if any are reckoned. */
export interface Course {
  /** Null is a gap. */
  readonly points: readonly { readonly on: string; readonly value: number | null }[];
  readonly limits: ShownFigure['limits'];
  /** What is not over: a dashed line without a point. */
  readonly open?: { readonly on: string; readonly value: number; readonly words: string };
}

interface ChartProps {
  readonly course: Course;
  /** Says what the picture shows to whoever does not see it. */
  readonly label: string;
  readonly unit: string;
}

const SIZE = { width: 640, height: 200, marginLeft: 48 } as const;

/** The course of a figure, with the limits of ordinary variation; the table beneath has the numbers. */
export function Chart({ course, label, unit }: ChartProps) {
  const at = useRef<HTMLDivElement>(null);
  const { language } = useLanguage();
  useEffect(() => {
    at.current?.replaceChildren(drawn({ course, label, unit }, language));
  }, [course, label, unit, language]);
  return <div className="figure-chart" ref={at} />;
}

function drawn({ course, label, unit }: ChartProps, language: Language): Element {
  const { limits, open } = course;
  // What is hidden or was not there is a gap, never a nought.
  const points = course.points.map(({ on, value }) => ({
    ...{ day: new Date(on), value: value ?? NaN },
  }));
  const heights = [limits?.upper ?? 0, open?.value ?? 0];
  const highest = Math.max(1, ...heights, ...course.points.map(({ value }) => value ?? 0));
  const xy = { x: 'day', y: 'value' } as const;
  const picture = plot({
    ...SIZE,
    ariaLabel: label,
    y: {
      ...{ label: unit, domain: [0, highest], ticks: 4, nice: true },
      tickFormat: tickText(language),
    },
    x: { label: null, type: 'utc', ticks: 6, tickFormat: (day: Date) => formatDay(day.getTime()) },
    marks: [
      ...(limits === null
        ? []
        : [
            ruleY([limits.lower, limits.upper], { strokeDasharray: '4 4', className: 'limit' }),
            ruleY([limits.centre], { className: 'centre' }),
          ]),
      line(points, { ...xy, className: 'course' }),
      dot(points, { ...xy, r: 3, className: 'course' }),
      ...(open === undefined ? [] : openMarks(open)),
    ],
  });
  return asPicture(picture);
}

function openMarks({ on, value, words }: NonNullable<Course['open']>) {
  const upright = [{ day: new Date(on), value, words }];
  return [
    ruleX(upright, { x: 'day', y1: 0, y2: 'value', strokeDasharray: '2 3', className: 'open' }),
    text(upright, { x: 'day', y: 'value', text: 'words', textAnchor: 'end', dx: -4, dy: 6 }),
  ];
}
