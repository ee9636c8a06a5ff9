import { Markup, type Language } from '@hemgang/kernel';
import type { PackCause, PackFigure } from '@hemgang/cases';

/** As much of a picture as we touch. */
interface Drawn {
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): { remove(): void } | null;
  querySelectorAll(selector: string): Iterable<{ removeAttribute(name: string): void }>;
}

/** What is drawn: what a picture is of, to whoever does not see it, and the words on its axis. */
interface Said {
  readonly label: string;
  readonly unit: string;
}

/** Draws charts of a pack as SVG, on the server. */
export interface Charts {
  run(figure: Pick<PackFigure, 'series' | 'limits'>, said: Said, language: Language): Markup;
  pareto(causes: readonly PackCause[], said: Said, language: Language): Markup;
}

const WIDTH = 640;
const RUN_HEIGHT = 170;
const BAR_HEIGHT = 24;
const MARGIN = 40;
/** For the longest name of a cause. */
const NAMES_WIDTH = 260;
/** Per letter of a name, that it fits. */
const NAME_LENGTH_MAX = 46;

/**
 * Opens Observable Plot on a document of its own. Seldom asked for, and large: loaded by the first who
 * does. The same values give the same letters.
 */
export async function openCharts(): Promise<Charts> {
  const [plot, { parseHTML }] = await Promise.all([
    import('@observablehq/plot'),
    import('linkedom'),
  ]);
  const { document } = parseHTML('<!doctype html><html><body></body></html>') as unknown as {
    readonly document: never;
  };
  const drawn = (marks: readonly unknown[], { label }: Said, options: object): Markup => {
    const svg: unknown = plot.plot({
      ...{ document, width: WIDTH, ...options },
      marks: marks as never,
    });
    return picture(svg as Drawn, label);
  };
  return {
    run: ({ series, limits }, said, language) => {
      // What is hidden or was not there is a gap, never a nought.
      const points = series.map(({ from, value }) => ({
        ...{ month: from.slice(0, 'YYYY-MM'.length), value: value ?? NaN },
      }));
      const heights = [limits?.upper ?? 0, ...series.map(({ value }) => value ?? 0)];
      const xy = { x: 'month', y: 'value' } as const;
      const dashed = { strokeDasharray: '6 4' };
      const marks = [
        ...(limits === null
          ? []
          : [plot.ruleY([limits.lower, limits.upper], dashed), plot.ruleY([limits.centre])]),
        plot.line(points, { ...xy, strokeWidth: 2 }),
        plot.dot(points, { ...xy, r: 4, fill: 'currentColor' }),
      ];
      const y = {
        ...{ label: said.unit, domain: [0, Math.max(1, ...heights)], ticks: 4, nice: true },
        tickFormat: tickText(language),
      };
      const x = { label: null, type: 'point', domain: points.map(({ month }) => month) };
      return drawn(marks, said, { x, y, height: RUN_HEIGHT, marginLeft: MARGIN });
    },
    pareto: (causes, said, language) => {
      const bars = causes.flatMap(({ text, days }) =>
        days === null ? [] : [{ cause: short(text[language]), days }],
      );
      const xy = { x: 'days', y: 'cause' } as const;
      const marks = [
        plot.barX(bars, { ...xy, fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 }),
        plot.text(bars, { ...xy, text: 'days', dx: 4, textAnchor: 'start' }),
        plot.ruleX([0]),
      ];
      return drawn(marks, said, {
        x: { label: said.unit, ticks: 5, tickFormat: tickText(language) },
        y: { label: null, domain: bars.map(({ cause }) => cause) },
        ...{ height: bars.length * BAR_HEIGHT + 2 * MARGIN, marginLeft: NAMES_WIDTH },
        ...{ marginRight: MARGIN },
      });
    },
  };
}

/** One picture with one name, without styles of its own: the page's policy takes none. */
function picture(svg: Drawn, label: string): Markup {
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  svg.querySelector('style')?.remove();
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  return new Markup(svg.outerHTML);
}

/** With the language's decimal sign, and no more decimals than a tick has. */
function tickText(language: Language): (tick: number) => string {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return (tick) => format.format(tick);
}

function short(name: string): string {
  return name.length <= NAME_LENGTH_MAX ? name : `${name.slice(0, NAME_LENGTH_MAX - 1)}…`;
}
