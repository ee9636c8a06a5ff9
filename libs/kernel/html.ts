/** A piece of a page. All that came from outside has been escaped in it. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What a page is put together from: texts are escaped, pieces stand as they are, null is nothing. */
export type Piece = Markup | readonly Piece[] | string | number | null;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * html`<p>${text}</p>`: the letters of the template are ours, whatever is put in is escaped unless it
 * is a piece made in the same way. Attributes are quoted.
 */
export function html(letters: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(letters.map((letter, at) => letter + textOf(pieces[at] ?? null)).join(''));
}

/**
 * Words that somebody has written, in a line of ours: where they run from right to left they turn
 * nothing around them.
 */
export function said(words: string): Markup {
  return html`<bdi>${words}</bdi>`;
}

/** A sentence with pieces in its places: `Ring {unit}.` */
export function filled(sentence: string, pieces: Readonly<Record<string, Piece>>): Markup {
  const parts = sentence.split(/\{(\w+)\}/);
  return new Markup(
    parts.map((part, at) => (at % 2 === 0 ? escaped(part) : textOf(pieces[part] ?? null))).join(''),
  );
}

function textOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'string') return escaped(piece);
  return typeof piece === 'number' ? String(piece) : piece.map(textOf).join('');
}
