import type { PackCause, PackFigure, PackView } from '@hemgang/cases';
import {
  filled,
  formatInstant,
  html,
  type Language,
  type Markup,
  type Piece,
} from '@hemgang/kernel';
import { pageOf, pagePolicy } from '../pages/page';
import { facts } from '../pages/sheet-frame';
import type { Charts } from './charts';
import { packWords, STATUS_WORDS, type PackWords } from './pack-words';

/** Black on white on paper; what a chart says is told by lines, dashes and labels. */
const PACK_STYLE = `
:root { color-scheme: light dark; font-size: 11pt; --ink: light-dark(#111, #f2f2f2);
  --paper: light-dark(#fff, #161616); --quiet: light-dark(#444, #cfcfcf); --link: light-dark(#00458a, #9ecbff) }
body { font: 1rem/1.45 Arial, Helvetica, "Liberation Sans", sans-serif; color: var(--ink);
  background: var(--paper); margin: 0 auto; max-width: 46rem; padding: 1rem; overflow-wrap: anywhere }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.25rem; margin: 1.4rem 0 .4rem; border-bottom: 2px solid currentColor }
h3 { font-size: 1.05rem; margin: 1rem 0 .2rem }
p, dl { margin: 0 0 .5rem } .quiet { color: var(--quiet) }
dl > div { display: flex; flex-wrap: wrap; gap: 0 1rem } dt { font-weight: bold; flex: 0 0 14rem } dd { margin: 0; flex: 1 1 14rem }
svg { display: block; max-width: 100%; height: auto; overflow: visible }
table { border-collapse: collapse; width: 100%; margin: 0 0 .7rem }
th, td { border: 1px solid currentColor; padding: .15rem .4rem; text-align: left; vertical-align: top }
caption { text-align: left; color: var(--quiet) } .number { text-align: right }
.screen a { color: var(--link); display: inline-block; padding: .3rem 1rem .3rem 0 }
[aria-current] { font-weight: bold; text-decoration: none }
@page { size: A4; margin: 14mm 16mm }
@media print {
  :root { color-scheme: light; font-size: 10pt }
  body { max-width: none; padding: 0 }
  .screen { display: none } h1, h2, h3 { break-after: avoid } figure, tr { break-inside: avoid }
}
figure { margin: 0 }`;

export const PACK_POLICY = pagePolicy(PACK_STYLE);

interface Frame {
  readonly language: Language;
  readonly charts: Charts;
  readonly t: PackWords;
  /** `2026-11`. */
  readonly month: string;
}

/**
 * The printed pack: a pure function of what is frozen and the language.
 * @param canPdf whether this installation can make a PDF of it
 */
export function packPage(
  view: PackView,
  { language, charts, canPdf }: { language: Language; charts: Charts; canPdf: boolean },
): string {
  const { content } = view;
  const month = content.month.slice(0, 'YYYY-MM'.length);
  const frame: Frame = { language, charts, t: packWords(language), month };
  const { t } = frame;
  const title = `${t('title')}: ${content.place.name[language]}, ${month}`;
  return pageOf({
    ...{ language, title, style: PACK_STYLE },
    body: html`${choices(language, canPdf, t)}
      <main id="content">
        <h1>${title}</h1>
        ${factsOf(view, frame)}
        <h2>${t('causes')}</h2>
        ${causes(content.causes, frame)}
        <h2>${t('cases')}</h2>
        ${cases(view, frame)}
        <h2>${t('agreed')}</h2>
        ${agreed(view, frame)}
        <h2>${t('figures')}</h2>
        ${content.figures.map((figure) => figureOf(figure, frame))}
      </main>`,
  });
}

function factsOf({ content, ...view }: PackView, { language, t }: Frame): Markup {
  return facts([
    [t('to'), content.to],
    [t('edition'), String(view.edition)],
    [t('frozen'), formatInstant(view.frozenAt, language)],
    [t('frozenBy'), `${view.frozenBy}, ${view.huvudman}`],
    [t('version'), String(content.version)],
    [t('position'), view.position],
    [t('hash'), view.hash],
  ]);
}

function causes(rows: readonly PackCause[], { charts, language, t }: Frame): Markup {
  if (rows.length === 0) return html`<p>${t('noCauses')}</p>`;
  const shown = rows.filter(({ days }) => days !== null);
  const total = shown.reduce((sum, { days }) => sum + (days ?? 0), 0);
  const isWhole = shown.length === rows.length;
  let before = 0;
  const cells = rows.map(({ text, days }): readonly Piece[] => {
    before += days ?? 0;
    // Of what is not whole no share can be told.
    const share = isWhole ? `${numberText((100 * before) / total, language)} %` : '';
    return [text[language], days ?? t('hidden'), days === null ? '' : share];
  });
  const label = worded(t('causesChart'), { count: String(shown.length) });
  return html`${
    shown.length === 0
      ? null
      : html`<figure>${charts.pareto(rows, { label, unit: t('days') }, language)}</figure>`
  }
  ${table([t('cause'), t('days'), t('share')], cells)}`;
}

function cases({ content }: PackView, { language, t }: Frame): Markup {
  if (content.cases === null) return html`<p>${t('countyCases')}</p>`;
  if (content.cases.length === 0) return html`<p>${t('noCases')}</p>`;
  const head = ['case', 'ward', 'allDays', 'daysOfMonth', 'unknownDays', 'itsCauses'] as const;
  const rows = content.cases.map((each): readonly Piece[] => [
    html`<a href="/arenden/${each.case}">${each.case.slice(0, 'xxxxxxxx'.length)}</a>`,
    each.ward[language],
    each.days,
    each.daysOfMonth,
    each.unknownDays,
    each.causes.map(({ text, days }) => `${text[language]} (${days})`).join(', '),
  ]);
  return table(head.map(t), rows);
}

function agreed({ content }: PackView, { language, t }: Frame): Markup {
  if (content.agreed.length === 0) return html`<p>${t('noAgreed')}</p>`;
  const head = ['words', 'owner', 'due', 'lookAgain', 'status', 'note'] as const;
  const rows = content.agreed.map((each): readonly Piece[] => [
    ...[each.words, `${each.owner}, ${each.role[language]}`, each.due, each.lookAgain],
    ...[STATUS_WORDS[each.status][language], each.note],
  ]);
  return table(head.map(t), rows);
}

function figureOf(figure: PackFigure, { charts, language, t, month }: Frame): Markup {
  const { series, limits } = figure;
  const [title, unit] = [figure.title[language], figure.unit[language]];
  const said = { label: worded(t('runChart'), { title, unit, month }), unit };
  const inWords = (value: number) => numberText(value, language);
  const isDrawn = series.some(({ value }) => value !== null);
  const head = ['month', 'value', 'numerator', 'denominator'] as const;
  const rows = series.map((each): readonly Piece[] => [
    each.from.slice(0, 'YYYY-MM'.length),
    valueText(each, language, t),
    ...[each.count ?? '', each.whole ?? ''],
  ]);
  return html`<section>
    <h3>${title}</h3>
    <p>
      ${month}: <strong>${valueText(figure.month, language, t)}</strong>
      ${figure.month.value === null ? null : unit}
    </p>
    ${isDrawn ? html`<figure>${charts.run(figure, said, language)}</figure>` : null}
    ${
      limits === null
        ? null
        : html`<p class="quiet">
            ${filled(t('limits'), {
              centre: inWords(limits.centre),
              lower: inWords(limits.lower),
              upper: inWords(limits.upper),
            })}
          </p>`
    }
    ${table(head.map(t), rows)}
    <p class="quiet">
      ${t('numerator')}: ${figure.numerator[language]}. ${t('denominator')}:
      ${figure.denominator[language]}. ${t('dated')}: ${figure.dated[language]}. ${t('rule')}:
      ${figure.rule}. ${figure.isAssumed ? t('assumed') : null}
    </p>
  </section>`;
}

function table(head: readonly string[], rows: readonly (readonly Piece[])[]): Markup {
  return html`<table>
    <thead>
      <tr>
        ${head.map((each) => html`<th scope="col">${each}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...cells]) =>
          html`<tr>
            <th scope="row">${first ?? null}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function valueText(
  { value, isHidden }: PackFigure['month'],
  language: Language,
  t: PackWords,
): string {
  if (isHidden) return t('hidden');
  return value === null ? t('none') : numberText(value, language);
}

function numberText(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

function worded(sentence: string, words: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => words[name] ?? place);
}

/** For whoever prints it; not on paper. */
function choices(language: Language, canPdf: boolean, t: PackWords): Markup {
  const to = (each: Language, name: string) =>
    html`<a href="?language=${each}" ${each === language ? html`aria-current="true"` : null}
      ><span lang="${each}">${name}</span></a
    >`;
  return html`<nav class="screen" aria-label="${t('screen')}">
    ${to('sv', 'Svenska')} ${to('en', 'English')}
    ${canPdf ? html`<a href="?language=${language}&amp;format=pdf" download>${t('pdf')}</a>` : null}
  </nav>`;
}
