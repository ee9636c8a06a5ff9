import { laws } from './laws';
import { isCitation, rule, rules } from './rules';
import type { Citation } from './rules';

const CONFIDENCES = ['read', 'secondary', 'derived', 'recalled', 'assumption'];

/** `2:3`, `4:1 st2`, `5:3 p1`, `3:2 b`, `7 a §`; an agreement's rule is one word. */
const PARAGRAPH = /^(\d+:\d+( [a-z])?( (st|p)\d)?|\d+( [a-z])? §)$/;
const AGREEMENT_WORD = /^[a-z]+(-[a-z]+)*$/;

const table = Object.entries(rules);

describe('the rule table', () => {
  it.each(table)('%s has words in both languages, a source and a confidence', (_, entry) => {
    for (const text of [entry.title, entry.text, ...(entry.appliesTo ? [entry.appliesTo] : [])]) {
      expect(text.sv.trim()).not.toBe('');
      expect(text.en.trim()).not.toBe('');
      expect(text.sv).not.toBe(text.en);
    }
    expect(entry.text.sv).toMatch(/[.)]$/);
    expect(entry.text.en).toMatch(/[.)]$/);
    expect(entry.source.length).toBeGreaterThan(10);
    expect(CONFIDENCES).toContain(entry.confidence);
  });

  it.each(table)('%s is its law and its paragraph, well formed', (citation, entry) => {
    expect(citation).toBe(`${entry.law} ${entry.paragraph}`);
    expect(entry.paragraph).toMatch(entry.law === 'avtal' ? AGREEMENT_WORD : PARAGRAPH);
    expect(laws[entry.law].sv).not.toBe(laws[entry.law].en);
  });

  it('has no two rules with the same title', () => {
    expect(new Set(table.map(([, entry]) => entry.title.sv)).size).toBe(table.length);
    expect(new Set(table.map(([, entry]) => entry.title.en)).size).toBe(table.length);
  });

  it('leaves no law without a rule', () => {
    expect(new Set(table.map(([, entry]) => entry.law))).toEqual(new Set(Object.keys(laws)));
  });

  it('marks what the county has not confirmed, and nothing else, as an assumption', () => {
    const assumed = table.filter(([, entry]) => entry.confidence === 'assumption');
    const agreement = table.filter(([, entry]) => entry.law === 'avtal');
    expect(assumed).toEqual(agreement);
    expect(agreement.length).toBeGreaterThan(0);
  });

  it('holds every paragraph of lag (2017:612) that binds somebody', () => {
    const chapters = { 1: 3, 2: 6, 3: 3, 4: 5, 5: 6 };
    const missing = Object.entries(chapters).flatMap(([chapter, last]) =>
      Array.from({ length: last }, (_, index) => `2017:612 ${chapter}:${index + 1}`).filter(
        (paragraph) => !table.some(([citation]) => citation.startsWith(paragraph)),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('gives the rule behind a citation', () => {
    expect(rule('2017:612 2:3')).toMatchObject({
      law: '2017:612',
      paragraph: '2:3',
      confidence: 'read',
      title: { sv: 'Inskrivningsmeddelande inom 24 timmar' },
    });
    expect(rule('HSLF-FS 2016:40 4:9')).toMatchObject({
      law: 'HSLF-FS 2016:40',
      paragraph: '4:9',
      confidence: 'secondary',
    });
    expect(rule('avtal kvittens').confidence).toBe('assumption');
  });

  it('tells a citation from any other text', () => {
    const known: Citation = 'PDL 4:3';
    expect(isCitation(known)).toBe(true);
    expect(['PDL 4:33', 'toString', '', '2017:612'].some(isCitation)).toBe(false);
  });
});
