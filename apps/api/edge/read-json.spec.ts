import fc from 'fast-check';
import { readJson } from './read-json';

const read = (text: string) => readJson(Buffer.from(text));
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a body', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        expect(read(text)).toEqual({ value: JSON.parse(text) });
        expect(read(JSON.stringify(value, null, 2))).toEqual({ value: JSON.parse(text) });
      }),
    );
  });

  it.each([
    '{"a":1,"b":{"a":2}}',
    '[{"a":1},{"a":2}]',
    '{"a":"a","b":"a"}',
    '{"a":["a","a"]}',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '{"\\"":1,"\\\\":2,"\\\\\\"":3}',
    '{"a":{},"b":[],"c":null}',
    ' {"å":1 , "ä":2}\n',
  ])('may hold %s', (text) => {
    expect(read(text)).toEqual({ value: JSON.parse(text) });
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":2,"a":3}',
    '{"a":1,"\\u0061":2}',
    '{"x":{"a":1,"a":2}}',
    '[1,{"a":[],"a":{}}]',
    '{"a":{"b":1},"c":2,"a":3}',
    '{"__proto__":1,"__proto__":2}',
  ])('has no name twice: %s', (text) => {
    expect(read(text)).toEqual({ unreadable: true });
  });

  it('is never read with a name twice, wherever it stands', () => {
    const name = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(name, fc.uniqueArray(name, { maxLength: 5 }), fc.nat(6), (twice, names, at) => {
        const members = [...new Set([twice, ...names])].map(
          (n) => `${JSON.stringify(n)}:{"x":[1]}`,
        );
        const once = `[{${members.join(',')}}]`;
        members.splice(at, 0, `${JSON.stringify(twice)}:"y"`);
        expect(read(once)).toEqual({ value: JSON.parse(once) });
        expect(read(`[{${members.join(',')}}]`)).toEqual({ unreadable: true });
      }),
    );
  });

  it.each(['', ' ', '{', '{"a":1}}', "{'a':1}", '{"a":1,}', '01', 'NaN', '\ufeff{}', '"\u0001"'])(
    'is JSON: not %j',
    (text) => {
      expect(read(text)).toEqual({ unreadable: true });
    },
  );

  it.each([
    [0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d],
    [0x22, 0xc3, 0x22],
    [0x22, 0xed, 0xa0, 0x80, 0x22],
    [0x22, 0xc0, 0xaf, 0x22],
  ])('is UTF-8: not %j', (...bytes) => {
    expect(readJson(Buffer.from(bytes))).toEqual({ unreadable: true });
  });

  it('nests no deeper than we read', () => {
    expect(read(nested(32))).toEqual({ value: JSON.parse(nested(32)) });
    expect(read(nested(33))).toEqual({ unreadable: true });
    expect(read(nested(100_000))).toEqual({ unreadable: true });
    expect(read(`{"a":${nested(32)}}`)).toEqual({ unreadable: true });
  });
});
