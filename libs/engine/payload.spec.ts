import { freeText, idField, instantField, lineText, noPayload } from './payload';

const takes = (field: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  field.safeParse(value).success;

describe('fields of payloads', () => {
  it('a time with an offset becomes an instant', () => {
    expect(instantField.parse('2026-03-02T09:15:00+01:00')).toBe('2026-03-02T08:15:00.000Z');
    expect(instantField.parse('2026-03-02T09:15:00.5Z')).toBe('2026-03-02T09:15:00.500Z');
  });

  it.each(['2026-03-02', '2026-03-02T09:15:00', '1899-12-31T23:59:59Z', '2200-01-01T00:00:00Z', 0])(
    '%p is no time',
    (value) => expect(takes(instantField, value)).toBe(false),
  );

  it('free text may have lines and any letter', () => {
    expect(takes(freeText, 'Går med rollator.\n\tÅker hem 😀')).toBe(true);
    expect(takes(freeText, 'x'.repeat(4_000))).toBe(true);
  });

  it.each(['', ' \n ', 'a\u0000b', 'a\u007f', 'a\ud800', 'x'.repeat(4_001)])(
    'free text refuses %j',
    (value) => expect(takes(freeText, value)).toBe(false),
  );

  it('a line is one line', () => {
    expect(takes(lineText, 'Maria Öberg')).toBe(true);
    for (const value of ['', '  ', 'a\nb', 'a\tb', 'x'.repeat(201)]) {
      expect(takes(lineText, value)).toBe(false);
    }
  });

  it('an id is small letters, digits, dots and hyphens', () => {
    expect(takes(idField, 'h2-1.kvittens.2')).toBe(true);
    for (const value of ['', 'A', '-a', 'a b', 'å', `a${'b'.repeat(120)}`]) {
      expect(takes(idField, value)).toBe(false);
    }
  });

  it('a command that carries nothing refuses anything', () => {
    expect(takes(noPayload, {})).toBe(true);
    expect(takes(noPayload, { more: 1 })).toBe(false);
  });
});
