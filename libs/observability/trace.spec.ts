import { currentTraceId, inTrace, traceIdOf } from './trace';

const ID = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('a trace', () => {
  it("goes on with the caller's traceparent", () => {
    expect(traceIdOf(`00-${ID}-00f067aa0ba902b7-01`)).toBe(ID);
  });

  it.each([
    undefined,
    '',
    ID,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${ID.toUpperCase()}-00f067aa0ba902b7-01`,
    `00-${ID}-00f067aa0ba902b7-01\n`,
    `00-${ID}-00f067aa0ba902b7-01-more`,
  ])('begins anew for %j', (header) => {
    const first = traceIdOf(header);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(first).not.toBe(ID);
    expect(traceIdOf(header)).not.toBe(first);
  });

  it('reaches work that goes on later, and two do not mix', async () => {
    const later = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return currentTraceId();
    };
    expect(await Promise.all([inTrace('one', later), inTrace('two', later), later()])).toEqual([
      'one',
      'two',
      undefined,
    ]);
  });
});
