import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { csvOf } from './csv';
import { LINE_LETTERS, pdfOf } from './pdf';
import { printed } from './print';
import type { Cell, SettlementTables } from './tables';
import { xlsxOf } from './xlsx';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const kronor = (value: number): Cell => ({ kind: 'number', value, decimals: 2 });

const HARM = '=HYPERLINK("http://x")';

const tables: SettlementTables = {
  title: 'Avräkning Åsele 2024-02',
  fileName: 'avrakning-2463-2024-02',
  facts: { name: 'Avräkning', head: ['Uppgift', 'Värde'], rows: [[text('Kommun'), text('Åsele')]] },
  rows: {
    name: 'Rader',
    head: ['Rad', 'Dag', 'Skäl', 'Kronor'],
    rows: [
      [text('p1'), { kind: 'date', date: '2024-02-29' }, text('Fri; "dag"'), kronor(1234567.5)],
      [text('p2'), { kind: 'date', date: '2024-02-05' }, text(HARM), kronor(-11600)],
      [text('p3'), { kind: 'empty' }, text('<å & ö>'), { kind: 'empty' }],
    ],
  },
  duties: { name: 'Uppgifter', head: ['Sida'], rows: [[text('Regionen')], [text('Kommunen')]] },
};

describe('the basis of a settlement as CSV', () => {
  const csv = csvOf(tables.rows);

  it('is what a Swedish spreadsheet reads: semicolons, decimal commas, its mark, lines of CRLF', () => {
    expect(csv).toBe(
      [
        '\ufeffRad;Dag;Skäl;Kronor',
        'p1;2024-02-29;"Fri; ""dag""";1234567,50',
        `p2;2024-02-05;"'=HYPERLINK(""http://x"")";-11600,00`,
        'p3;;<å & ö>;',
        '',
      ].join('\r\n'),
    );
  });

  it.each(['=1+1', '+46', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0=1'])(
    'lets no text be reckoned with: %j',
    (harm) => {
      const [, line] = csvOf({ name: '', head: ['a'], rows: [[text(harm)]] }).split('\r\n');
      expect(line?.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('keeps a value in its field, whatever separators, quotes and lines it holds', () => {
    const harm = 'a;b\r\n"=1+1"';
    const csv = csvOf({ name: '', head: ['a', 'b'], rows: [[text(harm), text('c')]] });
    expect(csv.slice(csv.indexOf('\r\n') + 2)).toBe('"a;b\r\n""=1+1""";c\r\n');
  });
});

describe('the basis of a settlement as an Excel file', () => {
  let file: Buffer;
  beforeAll(async () => {
    file = await xlsxOf([tables.facts, tables.rows, tables.duties]);
  });

  it('is read back by another program with days as days and numbers as numbers', async () => {
    expect(await readSheet(file, 'Rader')).toEqual([
      ['Rad', 'Dag', 'Skäl', 'Kronor'],
      ['p1', new Date('2024-02-29T00:00:00Z'), 'Fri; "dag"', 1234567.5],
      ['p2', new Date('2024-02-05T00:00:00Z'), `'${HARM}`, -11600],
      ['p3', null, '<å & ö>', null],
    ]);
    expect(await readSheet(file, 'Uppgifter')).toEqual([['Sida'], ['Regionen'], ['Kommunen']]);
  });

  it.each(['=1+1', '+46', '-1', '@SUM(A1)'])('lets no text wake as a formula: %j', async (harm) => {
    const facts = { name: 'A', head: ['a'], rows: [[text(harm)]] };
    const sheet = await readSheet(await xlsxOf([facts]), 'A');
    expect(sheet).toEqual([['a'], [`'${harm}`]]);
  });

  it('holds its sheets by name and no formula, seen from inside', () => {
    const parts = unzipSync(file);
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)];
    expect(names.map(([, name]) => name)).toEqual(['Avräkning', 'Rader', 'Uppgifter']);
    const sheets = Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(3);
    for (const name of sheets) expect(part(name)).not.toMatch(/<f[ >]/);
    const numbers = part('xl/worksheets/sheet2.xml');
    expect(numbers).toContain('<v>1234567.5</v>');
    expect(numbers).toContain('<v>-11600</v>');
  });
});

describe('the basis of a settlement as PDF', () => {
  /** The texts of a file as they stand in its pages. */
  const textsOf = (file: Buffer) =>
    [...file.toString('latin1').matchAll(/\(((?:\\.|[^\\()])*)\) Tj/g)].map(([, shown = '']) =>
      shown.replace(/\\(.)/g, '$1'),
    );

  it('shows every table in Swedish, numbers to the right', () => {
    expect(textsOf(printed(tables))).toEqual([
      'Avräkning Åsele 2024-02',
      '',
      'Uppgift  Värde',
      'Kommun   Åsele',
      '',
      'Rader',
      'Rad  Dag         Skäl                    Kronor',
      'p1   2024-02-29  Fri; "dag"              1\u00a0234\u00a0567,50',
      'p2   2024-02-05  =HYPERLINK("http://x")    -11\u00a0600,00',
      'p3               <å & ö>',
      '',
      'Båda sidors uppgifter i vårdtillfällena',
      'Sida',
      'Regionen',
      'Kommunen',
      'Avräkning Åsele 2024-02 \x96 sida 1 av 1',
    ]);
  });

  it('is sound: each object begins where its table says, each content is as long as it says', () => {
    const lines = Array.from({ length: 130 }, (_, n) => ({ text: `rad ${n} (å\\ö) 漢 😀` }));
    const file = pdfOf('Många sidor', lines).toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF/.exec(file)?.[1]);
    expect(file.slice(start, start + 4)).toBe('xref');
    const places = [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)];
    for (const [index, [, place]] of places.entries()) {
      expect(file.slice(Number(place))).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
    }
    for (const [, length, content] of file.matchAll(/Length (\d+) >>\nstream\n([^]*?)\nendstream/g))
      expect(content).toHaveLength(Number(length));
    expect(file).toContain('/Count 3 ');
    expect(file).toContain('(rad 129 \\(å\\\\ö\\) ? ?)');
  });

  it('lets a table that is too wide give way where it is widest', () => {
    const wide = { name: '', head: ['a', 'b'], rows: [[text('x'.repeat(400)), text('kvar')]] };
    const [, , , row] = textsOf(printed({ ...tables, facts: wide }));
    expect(row).toHaveLength(LINE_LETTERS);
    expect(row).toMatch(/x\x85 {2}kvar$/);
  });
});
