import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PatientSheet, SipSheet } from '@hemgang/cases';
import { html } from '@hemgang/kernel';
import fc from 'fast-check';
import { HEADINGS } from './headings';
import { patientSheetPage } from './patient-sheet-page';
import type { SheetWish } from './sheet-frame';
import { sipSheetPage } from './sip-sheet-page';

/** Pieces that break out of a page where they are not escaped, or of a line where they are not held in it. */
const HOSTILE = [
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onload='x", '</style>'],
  ...[
    '<!--',
    ']]>',
    '&lt;',
    '&amp;#60;',
    '{unit}',
    '${x}',
    '\u202eesrever',
    'مرحبا',
    'a'.repeat(300),
  ],
];

const words = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', minLength: 1 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));

const wishes: fc.Arbitrary<SheetWish> = fc.record({
  language: fc.constantFrom('sv', 'en'),
  print: fc.constantFrom('a4', 'large'),
  headings: fc.constantFrom(undefined, 'fi', 'se'),
});

const AT = '2026-03-06T11:00:00.000Z';
const TAG = /<[^>]*>/g;

/** A page in which every word of others is `word`. */
function stayPage(word: string, wish: SheetWish): string {
  const unit = { id: 'u', name: word, phone: word };
  const receiver = {
    id: 'h1',
    kind: 'halsocentral',
    unit,
    executor: unit,
    isOpenCare: true,
  } as const;
  const sheet: PatientSheet = {
    ...{ name: word, isProtected: false, ward: unit, wardAnswersAlways: true, leftAt: null },
    ...{ expectedDischargeAt: AT, destination: 'own-home', sip: 'called', printedAt: AT },
    receivers: [
      { ...receiver, at: AT, course: 'awaited', contact: { name: word, phone: word } },
      { ...receiver, kind: 'unheard-of', at: null, course: 'arrives', contact: null },
    ],
    promises: [{ unit, text: word, dueAt: AT }],
    readiness: [{ item: 'key', status: 'done' }],
    information: [word],
  };
  return patientSheetPage(sheet, wish, true);
}

function planPage(word: string, wish: SheetWish): string {
  const unit = { id: 'u', name: word, phone: word };
  const huvudman = { id: 'h', name: word };
  const measure = { id: 'i1', what: word, huvudman, unit, person: word, by: '2026-03-06' };
  const served = { ...measure, id: 'i2', goal: 1, status: 'planned' };
  const sheet: SipSheet = {
    ...{ name: word, isProtected: false, form: 'sip', written: 'holds', responsible: unit },
    meeting: { at: AT, way: 'home', place: word },
    ...{ followUpOn: '2026-03-06', consent: 'given', printedAt: AT },
    contacts: [
      { kind: 'vardkontakt', name: word, phone: null, unit, from: '2026-03-06', until: null },
    ],
    plan: {
      ...{ matters: word, goals: [word], needs: [word], ownActions: [word] },
      ...{ measuresByOthers: [word], crisisPlan: word, followUpOn: null, nextMeeting: word },
      measures: [{ ...measure, goal: null, status: 'planned' }, served],
      contacts: [{ name: `${word}.`, role: word, phone: word }],
    },
  };
  return sipSheetPage(sheet, wish, true);
}

/** What a reader sees of a page: its letters without the tags. */
function seen(page: string): string {
  const names: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    '#39': "'",
    amp: '&',
  };
  return page
    .replace(TAG, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => names[name] ?? whole);
}

describe.each([
  ['the sheet of a stay', stayPage],
  ['a plan', planPage],
])('words that somebody has written in %s', (_, page) => {
  it('come out as text and make no element, whatever they are', () => {
    fc.assert(
      fc.property(words, wishes, (word, wish) => {
        const hostile = page(word, wish);
        const tame = page('x', wish);
        expect(hostile.match(TAG)).toEqual(tame.match(TAG));
        const times = (whole: string, part: string) => whole.split(part).length - 1;
        expect(times(seen(hostile), word)).toBeGreaterThan(5);
      }),
    );
  });

  it('are held in their own direction', () => {
    const page1 = page('\u202eesrever', { language: 'sv', print: 'a4' });
    const around = page1.match(/<[^<]*>[^<>]*\u202e/g) ?? [];
    expect(around.length).toBeGreaterThan(5);
    const free = around.filter(
      (each) => !/^<(bdi|p [^>]*dir="auto"|li [^>]*dir="auto")/.test(each),
    );
    expect(free).toEqual([]);
  });
});

describe('a page', () => {
  it('takes a piece as it is and a text as a text, also in an attribute', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`<a title="${'"&'}">${[inner, null, 1]}</a>`.text).toBe(
      '<a title="&quot;&amp;"><b>&lt;i&gt;</b>1</a>',
    );
  });

  it('has every heading in four languages, and the translator has them all in front of her', () => {
    const page = readFileSync(join(__dirname, '../../../docs/patient-sheet.md'), 'utf8');
    for (const heading of Object.values(HEADINGS)) {
      expect(new Set(Object.values(heading)).size).toBe(4);
      for (const words of Object.values(heading)) expect(page).toContain(`| ${words} `);
    }
  });
});
