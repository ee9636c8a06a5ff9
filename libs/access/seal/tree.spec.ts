import { createHash } from 'node:crypto';
import { leafOf, rootOf } from './tree';

const sha = (...parts: (Buffer | string)[]): string =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
    .digest('hex');
const node = (a: string, b: string): string =>
  sha(Buffer.from([1]), Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));

describe('the tree of a batch', () => {
  const leaves = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((text) => leafOf('00', text));
  const [a, b, c, d, e, f, g] = leaves as [string, string, string, string, string, string, string];

  it('has leaves that are told apart from nodes', () => {
    expect(leafOf('abcd', 'text')).toBe(sha(Buffer.from([0]), Buffer.from('abcd', 'hex'), 'text'));
  });

  it('is hashed as in RFC 6962, the left side full', () => {
    expect(rootOf([a])).toBe(a);
    expect(rootOf([a, b])).toBe(node(a, b));
    expect(rootOf([a, b, c])).toBe(node(node(a, b), c));
    expect(rootOf([a, b, c, d])).toBe(node(node(a, b), node(c, d)));
    expect(rootOf(leaves)).toBe(node(node(node(a, b), node(c, d)), node(node(e, f), g)));
  });

  it('is another when two leaves change places, and needs at least one', () => {
    expect(rootOf([b, a])).not.toBe(rootOf([a, b]));
    expect(() => rootOf([])).toThrow(RangeError);
  });
});
