/** A line of a printed page. */
export interface PrintedLine {
  readonly text: string;
  readonly isBold?: boolean;
}

/* A4 on its long side, in points. */
const WIDTH = 842;
const HEIGHT = 595;
const MARGIN = 40;
const SIZE = 8;
const LEADING = 10.5;
/** A letter of Courier is six tenths of its size wide: columns stand straight without measuring. */
const LETTER = 0.6 * SIZE;

/** Letters on a line, and lines on a page with one kept for its number. */
export const LINE_LETTERS = Math.floor((WIDTH - 2 * MARGIN) / LETTER);
const PAGE_LINES = Math.floor((HEIGHT - 2 * MARGIN) / LEADING) - 2;

/**
 * Lines of text as a PDF with the reader's own Courier, which every reader has. Letters that it does
 * not have (outside Windows-1252) become question marks; a line that is too long is cut.
 */
export function pdfOf(title: string, lines: readonly PrintedLine[]): Buffer {
  const count = Math.max(1, Math.ceil(lines.length / PAGE_LINES));
  const pages = Array.from({ length: count }, (_, page) =>
    pageContent(
      lines.slice(page * PAGE_LINES, (page + 1) * PAGE_LINES),
      `${title} – sida ${page + 1} av ${count}`,
    ),
  );
  // 1 catalogue, 2 pages, 3 and 4 fonts, 5 information, then a page and its content each.
  const first = 6;
  const kids = pages.map((_, page) => `${first + 2 * page} 0 R`).join(' ');
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) /ViewerPreferences << /DisplayDocTitle true >> >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    font('Courier'),
    font('Courier-Bold'),
    `<< /Title <feff${Buffer.from(title, 'utf16le').swap16().toString('hex')}> >>`,
    ...pages.flatMap((content, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${first + 2 * page + 1} 0 R ` +
        '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]);
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

function pageContent(lines: readonly PrintedLine[], footer: string): string {
  const shown = lines.map(({ text, isBold = false }) => {
    return `/F${isBold ? 2 : 1} ${SIZE} Tf ${literal(text.slice(0, LINE_LETTERS))} Tj T*`;
  });
  return [
    ...['BT', `${LEADING} TL`, `${MARGIN} ${HEIGHT - MARGIN} Td`, ...shown, 'ET'],
    ...['BT', `/F1 ${SIZE} Tf`, `${MARGIN} ${MARGIN - LEADING} Td`, `${literal(footer)} Tj`, 'ET'],
  ].join('\n');
}

/** The objects of a file and the table of where each begins. */
function assembled(objects: readonly string[]): Buffer {
  const header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const bodies = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const places: number[] = [];
  let at = header.length;
  for (const body of bodies) {
    places.push(at);
    at += body.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  const end =
    `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}` +
    `trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  // One letter is one byte: what is not so has been replaced before.
  return Buffer.from(header + bodies.join('') + end, 'latin1');
}

/** What Windows-1252 has beside Latin-1 and Swedish texts use. */
const BEYOND_LATIN: Readonly<Record<string, string>> = {
  '–': '\x96',
  '—': '\x97',
  '’': '\x92',
  '”': '\x94',
  '…': '\x85',
  '€': '\x80',
  '−': '-',
};

function literal(text: string): string {
  const bytes = text
    .replace(/[^\x20-\x7e\xa0-\xff]/gu, (letter) => BEYOND_LATIN[letter] ?? '?')
    .replace(/[\\()]/g, '\\$&');
  return `(${bytes})`;
}
