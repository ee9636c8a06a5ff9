import type { Receivers } from '../api/types';
import { adviceOf, isAdvised, NO_ADVICE } from './receiver-advice';

const proposal = (id: string) => ({
  unit: { id, name: id },
  because: [{ key: 'listed', text: `Listad på ${id}.`, rule: null }],
});
const warning = { key: 'outside', text: 'Inget konto.', then: 'Skicka själva.' };
const advice: Receivers = {
  proposals: [proposal('a'), proposal('b')],
  unknown: [{ key: 'needs', text: 'Inget bedömt.' }],
  candidates: [{ unit: 'c', warnings: [warning] }],
  capacity: [{ unit: { id: 'd', name: 'd' }, start: null, days: [] }],
};
const pick = (value: string) => ({ value, label: value, detail: '' });

describe('what a form makes of the advice about receivers', () => {
  it('is that all proposed are picked where several can be', () => {
    const { initial, unknown } = adviceOf('send-inskrivningsmeddelande', advice);
    expect(initial).toEqual({ '/receivers': ['a', 'b'] });
    expect(unknown).toEqual(['Inget bedömt.']);
  });

  it.each(['add-receiver', 'readdress'])('is the only one, and none of several, in %s', (name) => {
    expect(adviceOf(name, advice).initial).toEqual({});
    const one = { ...advice, proposals: [proposal('a')] };
    expect(adviceOf(name, one).initial).toEqual({ '/unit': 'a' });
  });

  it('stands with each unit: why it is proposed, or what speaks against it', () => {
    const { advised } = adviceOf('add-receiver', advice);
    expect(advised(pick('a'))).toEqual({ ...pick('a'), because: ['Listad på a.'] });
    expect(advised(pick('c'))).toEqual({ ...pick('c'), warnings: [warning] });
    expect(advised(pick('d'))).toEqual(pick('d'));
  });

  it.each([
    'send-inskrivningsmeddelande',
    'change-expected-discharge',
    'report-discharge-not-carried-out',
  ])('tells what the municipality can receive where a day is set: %s', (name) => {
    expect(isAdvised(name)).toBe(true);
    expect(adviceOf(name, advice).capacity).toEqual(advice.capacity);
  });

  it('keeps it from the judgement that somebody is utskrivningsklar, and reads nothing for it', () => {
    for (const name of ['mark-utskrivningsklar', 'notify-utskrivningsklar', 'discharge']) {
      expect(isAdvised(name)).toBe(false);
      expect(adviceOf(name, advice).capacity).toEqual([]);
    }
    expect(adviceOf('change-expected-discharge', advice)).toMatchObject({
      unknown: [],
      initial: {},
    });
  });

  it('is nothing in the forms of other commands, or where it could not be read', () => {
    expect(isAdvised('add-receiver')).toBe(true);
    expect(isAdvised('request-move')).toBe(false);
    expect(adviceOf('request-move', advice).initial).toEqual({});
    expect(adviceOf('send-inskrivningsmeddelande', NO_ADVICE).initial).toEqual({});
  });
});
