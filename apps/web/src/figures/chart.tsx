import { dot, line, plot, ruleY } from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import type { Figures } from '../api/types';
import { useLanguage, type Language } from '../language';
import { formatDay } from '../time';
import { asPicture, tickText } from './picture';

type Figure = Figures['figures'][number];

interface ChartProps {
  readonly figure: Figure;
  /** Says what the picture shows to whoever does not see it. */
  readonly label: string;
  readonly unit: string;
}

const SIZE = { width: 640, height: 200, marginLeft: 48 } as const;

/** The course of a figure, with the limits of ordinary variation; the table beneath has the numbers. */
export function Chart({ figure, label, unit }: ChartProps) {
  const at = useRef<HTMLDivElement>(null);
  const { language } = useLanguage();
  useEffect(() => {
    at.current?.replaceChildren(drawn({ figure, label, unit }, language));
  }, [figure, label, unit, language]);
  return <div className="figure-chart" ref={at} />;
}

function drawn({ figure, label, unit }: ChartProps, language: Language): Element {
  const { series, limits } = figure;
  // What is hidden or was not there is a gap, never a nought.
  const points = series.map(({ from, value }) => ({ day: new Date(from), value: value ?? NaN }));
  const heights = [limits?.upper ?? 0, ...series.map(({ value }) => value ?? 0)];
  const xy = { x: 'day', y: 'value' } as const;
  const picture = plot({
    ...SIZE,
    ariaLabel: label,
    y: {
      ...{ label: unit, domain: [0, Math.max(1, ...heights)], ticks: 4, nice: true },
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
    ],
  });
  return asPicture(picture);
}
