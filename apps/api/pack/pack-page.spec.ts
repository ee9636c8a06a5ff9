import { createHash } from 'node:crypto';
import type { PackView } from '@hemgang/cases';
import { parseHTML } from 'linkedom';
import { xlsxOf } from '../settlement/xlsx';
import { openCharts, type Charts } from './charts';
import { PACK_POLICY, packPage } from './pack-page';
import { packTables } from './pack-tables';

const HOSTILE = '<script>alert(1)</script>';
const both = (text: string) => ({ sv: text, en: text });
const value = (n: number | null) => ({
  ...{ count: n, whole: n === null ? null : 10, value: n, isHidden: n === null },
});
const MONTHS = ['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'];

const view: PackView = {
  ...{ id: '00000000-0000-4000-8000-000000000001', month: '2026-10-01', edition: 2, hash: 'abc' },
  ...{ frozenAt: '2026-11-02T09:00:00.000Z', frozenBy: 'Peter', huvudman: 'Umeå kommun' },
  position: '7:9',
  content: {
    ...{ format: 1, month: '2026-10-01', to: '2026-10-31', version: 1 },
    place: { id: 'municipality:2480', name: both('Umeå') },
    figures: [
      {
        ...{ measure: 'beds', kind: 'by-day', rule: 'SKR', isAssumed: true },
        ...{ title: both('Platser'), unit: both('per dag'), dated: both('Dygnet') },
        ...{ numerator: both('Dygn'), denominator: both('Dagar'), month: value(4) },
        series: MONTHS.map((from, at) => ({ from, ...value(at === 1 ? null : at + 1) })),
        limits: { centre: 2, lower: 1, upper: 3 },
      },
    ],
    causes: [
      { cause: 'transport', text: both('Transport & <b>bil</b>'), days: 5 },
      { cause: 'okand', text: both('Okänd'), days: 3 },
    ],
    cases: [
      {
        ...{ case: '00000000-0000-4000-8000-000000000002', ward: both('Medicin'), days: 8 },
        ...{ daysOfMonth: 8, unknownDays: 3, causes: [{ text: both('Transport'), days: 5 }] },
      },
    ],
    agreed: [
      {
        ...{ words: HOSTILE, owner: 'Umeå kommun', role: both('Administratör') },
        ...{ due: '2026-12-01', lookAgain: '2026-11-15', status: 'done' },
        ...{ note: '=1+1', notedAt: null },
      },
    ],
  },
};

/** As much of a document as is looked at. */
interface Part {
  readonly tagName: string;
  readonly textContent: string;
  readonly nextElementSibling: Part | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Part | null;
  querySelectorAll(selector: string): readonly Part[];
}

function parsed(text: string): Part {
  const { document } = parseHTML(text) as unknown as {
    readonly document: { readonly documentElement: Part };
  };
  return document.documentElement;
}

describe('a printed pack', () => {
  let charts: Charts;
  beforeAll(async () => {
    charts = await openCharts();
  });
  const page = (language: 'sv' | 'en' = 'sv') =>
    packPage(view, { language, charts, canPdf: false });
  const sha = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

  it('is the same bytes of the same frozen content, as a page and as an Excel file', async () => {
    const excel = () => xlsxOf(packTables(structuredClone(view), 'sv'));
    const first = [sha(page()), sha(await excel())];
    const other = packPage(structuredClone(view), {
      ...{ language: 'sv', charts: await openCharts(), canPdf: false },
    });
    expect([sha(other), sha(await excel())]).toEqual(first);
    // Of when it was made nothing is left: each file in it is of the first day of ZIPs.
    const entries = await excel();
    for (
      let at = entries.indexOf('PK\x03\x04');
      at >= 0;
      at = entries.indexOf('PK\x03\x04', at + 1)
    ) {
      expect(entries.readUInt32LE(at + 10)).toBe(0x0021_0000);
    }
    expect(sha(page('en'))).not.toBe(first[0]);
  });

  it('draws each chart as one picture with a name, and has its table beneath', () => {
    const document = parsed(page());
    const figures = [...document.querySelectorAll('figure')];
    expect(figures).toHaveLength(2);
    for (const figure of figures) {
      const svg = figure.querySelector('svg');
      expect(svg?.getAttribute('role')).toBe('img');
      expect(svg?.getAttribute('aria-label')).toMatch(/tabellen under/);
      expect(svg?.querySelectorAll('[aria-label]')).toHaveLength(0);
      const next = figure.nextElementSibling;
      const after = [next?.tagName, next?.nextElementSibling?.tagName];
      expect(after).toContain('TABLE');
    }
    // What is hidden is a gap: three dots of four months.
    expect(document.querySelectorAll('circle')).toHaveLength(3);
    expect(document.textContent).toContain('Färre än fem');
  });

  it('needs no colour, holds no style but its one, and lets no words run', () => {
    const text = page();
    const document = parsed(text);
    expect([...document.querySelectorAll('style')]).toHaveLength(1);
    expect(document.querySelectorAll('[style], script')).toHaveLength(0);
    const colours = [...text.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour);
    expect(new Set(colours)).toEqual(new Set(['currentColor', 'none']));
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<b>bil');
    const style = document.querySelector('style')?.textContent ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(PACK_POLICY).toContain(hash);
  });
});
