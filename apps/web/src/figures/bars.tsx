import { barX, plot, ruleX } from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import { useLanguage, type Language } from '../language';
import { asPicture, tickText } from './picture';

/** One bar. */
export interface Bar {
  readonly name: string;
  readonly value: number;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  /** Says what the picture shows to whoever does not see it. */
  readonly label: string;
  readonly unit: string;
}

const ROW = 26;
const EDGES = { width: 640, marginLeft: 260, marginBottom: 42, marginTop: 8 } as const;

/** Bars in the order given; the table beneath has the numbers. */
export function Bars(props: BarsProps) {
  const at = useRef<HTMLDivElement>(null);
  const { language } = useLanguage();
  const { bars, label, unit } = props;
  useEffect(() => {
    at.current?.replaceChildren(drawn({ bars, label, unit }, language));
  }, [bars, label, unit, language]);
  return <div className="figure-chart" ref={at} />;
}

function drawn({ bars, label, unit }: BarsProps, language: Language): Element {
  const picture = plot({
    ...EDGES,
    height: EDGES.marginTop + EDGES.marginBottom + ROW * bars.length,
    ariaLabel: label,
    x: { label: unit, ticks: 5, tickFormat: tickText(language) },
    y: { label: null, domain: bars.map(({ name }) => name), tickSize: 0 },
    marks: [barX(bars, { x: 'value', y: 'name' }), ruleX([0])],
  });
  return asPicture(picture);
}
