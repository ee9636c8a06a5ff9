import { dot, line, plot, ruleY } from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import type { Figures } from '../api/types';
import { formatDay } from '../time';

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
  useEffect(() => {
    at.current?.replaceChildren(drawn(figure, label, unit));
  }, [figure, label, unit]);
  return <div className="figure-chart" ref={at} />;
}

function drawn({ series, limits }: Figure, label: string, unit: string): Element {
  // What is hidden or was not there is a gap, never a nought.
  const points = series.map(({ from, value }) => ({ day: new Date(from), value: value ?? NaN }));
  const heights = [limits?.upper ?? 0, ...series.map(({ value }) => value ?? 0)];
  const xy = { x: 'day', y: 'value' } as const;
  const picture = plot({
    ...SIZE,
    ariaLabel: label,
    y: { label: unit, domain: [0, Math.max(1, ...heights)], ticks: 4, nice: true },
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
  picture.setAttribute('role', 'img');
  // A picture has one name: its parts are none of their own.
  picture.querySelectorAll('[aria-label]').forEach((part) => part.removeAttribute('aria-label'));
  // Ours are in the stylesheet: no page of ours takes styles from a script.
  picture.querySelector('style')?.remove();
  return picture;
}
