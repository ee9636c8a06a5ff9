import {
  type Instant,
  type Language,
  type Text,
  filled,
  html,
  said,
  type Markup,
  type Piece,
} from '@hemgang/kernel';
import {
  HEADING_LANGUAGES,
  HEADINGS,
  LANGUAGE_NAMES,
  type HeadingKey,
  type HeadingLanguage,
} from './headings';
import { pageOf } from './page';
import { SHEET_STYLE } from './sheet-style';
import { SHEET_WORDS, timeInWords } from './sheet-words';

/** How somebody wants a sheet. */
export interface SheetWish {
  readonly language: Language;
  readonly print: 'a4' | 'large';
  /** In which other language its headings are written too. */
  readonly headings?: HeadingLanguage | undefined;
}

interface Sheet {
  readonly title: HeadingKey;
  readonly name: string | null;
  readonly isProtected: boolean;
  readonly printedAt: Instant;
  readonly body: Piece;
}

/** A sheet as it is sent. @param canPdf whether this installation can make a PDF of it */
export function sheetPage(sheet: Sheet, wish: SheetWish, canPdf: boolean): string {
  const { language, print } = wish;
  const words = (key: keyof typeof SHEET_WORDS) => SHEET_WORDS[key][language];
  return pageOf({
    language,
    title: HEADINGS[sheet.title][language],
    style: SHEET_STYLE,
    kind: print,
    body: html`${choices(wish, canPdf)}
      <main id="content">
        <h1>${inLanguages(sheet.title, wish)}</h1>
        ${nameLine(sheet, language)} ${sheet.body}
      </main>
      <footer>
        <p>${filled(words('printedAt'), { time: timeInWords(sheet.printedAt, language) })}</p>
      </footer>`,
  });
}

/** A part of a sheet under its heading. */
export function part(key: HeadingKey, wish: SheetWish, ...body: readonly Piece[]): Markup {
  return html`<section>
    <h2>${inLanguages(key, wish)}</h2>
    ${body}
  </section>`;
}

/** A sentence of ours in its language. */
export function sentence(
  text: Text,
  { language }: Pick<SheetWish, 'language'>,
  pieces: Readonly<Record<string, Piece>> = {},
): Markup {
  return html`<p>${filled(text[language], pieces)}</p>`;
}

/** Facts by name; those without a value are left out. */
export function facts(rows: readonly (readonly [string, Piece])[]): Markup {
  const shown = rows.filter(([, value]) => value !== null);
  return html`<dl>
    ${shown.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** What somebody has written, in lines of its own and in the direction of its own letters. */
export function written(words: string): Markup {
  return html`<p class="text" dir="auto">${words}</p>`;
}

/** The same as a list. */
export function writtenList(items: readonly string[]): Markup {
  return html`<ul>
    ${items.map((item) => html`<li class="text" dir="auto">${item}</li>`)}
  </ul>`;
}

/** Room to write by hand. */
export function ownLines({ language }: SheetWish): Markup {
  const line = html`<p class="line"></p>`;
  return html`<p>${SHEET_WORDS.own[language]}</p>
    ${[line, line, line]}`;
}

/** A telephone number, not broken over two lines; what to do where there is none. */
export function phone(number: string | null, { language }: SheetWish): Markup {
  return number === null || number === ''
    ? html`${SHEET_WORDS.noPhone[language]}`
    : html`<bdi class="number">${number}</bdi>`;
}

function inLanguages(key: HeadingKey, { language, headings }: SheetWish): Piece {
  const heading = HEADINGS[key];
  if (headings === undefined) return heading[language];
  return [
    heading[language],
    html` <span class="other" lang="${headings}">${heading[headings]}</span>`,
  ];
}

function nameLine({ name, isProtected }: Sheet, language: Language): Markup {
  if (isProtected) return html`<p>${SHEET_WORDS.protectedName[language]}</p>`;
  if (name === null)
    return html`<p>${SHEET_WORDS.noName[language]}</p>
      <p class="line"></p>`;
  return html`<p>${filled(SHEET_WORDS.for[language], { name: said(name) })}</p>`;
}

/** For whoever prints it; not on paper. The address names choices and nobody. */
function choices(wish: SheetWish, canPdf: boolean): Markup {
  const { language, print, headings } = wish;
  const words = (key: keyof typeof SHEET_WORDS) => SHEET_WORDS[key][language];
  const to = (change: Partial<SheetWish>, text: Piece, isChosen: boolean) =>
    html`<li>
      <a href="?${addressOf({ ...wish, ...change })}" ${isChosen ? CHOSEN : null}>${text}</a>
    </li>`;
  return html`<nav class="screen" aria-label="${words('choices')}">
    <p>${words('lookThrough')}</p>
    <ul>
      ${to({ language: 'sv' }, html`<span lang="sv">Svenska</span>`, language === 'sv')}
      ${to({ language: 'en' }, html`<span lang="en">English</span>`, language === 'en')}
      ${to({ print: 'a4' }, words('plain'), print === 'a4')}
      ${to({ print: 'large' }, words('large'), print === 'large')}
      ${to({ headings: undefined }, words('noHeadings'), headings === undefined)}
      ${HEADING_LANGUAGES.map((each) =>
        to(
          { headings: each },
          filled(words('headings'), { language: LANGUAGE_NAMES[each][language] }),
          headings === each,
        ),
      )}
      ${canPdf ? html`<li><a href="?${addressOf(wish)}&amp;format=pdf" download>${words('pdf')}</a></li>` : null}
    </ul>
  </nav>`;
}

const CHOSEN = html`aria-current="true"`;

function addressOf({ language, print, headings }: SheetWish): string {
  const wish = new URLSearchParams({ language, print, ...(headings && { headings }) });
  return wish.toString();
}
