import { problems, problemType } from './catalogue';
import type { ProblemCode } from './catalogue';

const codes = Object.keys(problems) as ProblemCode[];

/** Every status the public contract promises, and no other. */
const STATUSES = [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500, 503];

describe('the problem catalogue', () => {
  it.each(codes)('%s has a status, words in both languages and says what to do', (code) => {
    const { status, title, detail } = problems[code];
    expect(STATUSES).toContain(status);
    for (const text of [title, detail]) {
      expect(text.sv.trim()).not.toBe('');
      expect(text.en.trim()).not.toBe('');
      expect(text.sv).not.toBe(text.en);
    }
    expect(detail.sv).toMatch(/\.$/);
    expect(detail.en).toMatch(/\.$/);
  });

  it('uses every status of the contract', () => {
    const used = new Set<number>(codes.map((code) => problems[code].status));
    expect([...used].sort()).toEqual([...STATUSES].sort());
  });

  it.each(codes)('%s has a type that is its code in kebab-case', (code) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    const type = problemType(code);
    expect(type).toMatch(/^urn:hemgang:problem:[a-z]+(-[a-z]+)*$/);
    const kebab = type.slice('urn:hemgang:problem:'.length);
    expect(kebab.toUpperCase().split('-').join('_')).toBe(code);
  });

  it('has no two problems with the same words', () => {
    for (const language of ['sv', 'en'] as const) {
      const titles = codes.map((code) => problems[code].title[language]);
      const details = codes.map((code) => problems[code].detail[language]);
      expect(new Set(titles).size).toBe(codes.length);
      expect(new Set(details).size).toBe(codes.length);
    }
  });

  it('writes the type as clients know it', () => {
    expect(problemType('VERSION_STALE')).toBe('urn:hemgang:problem:version-stale');
    expect(problemType('BUSY')).toBe('urn:hemgang:problem:busy');
  });
});
