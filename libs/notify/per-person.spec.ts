import { DEMO_COUNTY } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import { instantAt } from '@hemgang/kernel';
import type { ToldNotice } from '@hemgang/store';
import { perPersonAndDay } from './per-person';

const NORR = 'umea-bistand-norr';
const directory = new Directory(DEMO_COUNTY);
const people = new Set(directory.peopleOf(NORR).map(({ staff }) => staff)).size;

const at = (time: string, more: Partial<ToldNotice> = {}): ToldNotice => ({
  ...{ key: time, unit: NORR, audience: null, duty: null, kind: null, due: null },
  ...{ isAcute: false, begins: null, isQuiet: false, isRestored: false },
  at: instantAt('2026-03-06', time),
  ...more,
});

describe('how much people are told in a day', () => {
  it('is what reaches them, in the mails in which it leaves', () => {
    const told = [
      at('09:00'),
      at('09:00'),
      at('09:01'),
      at('09:05'),
      at('10:00', { isQuiet: true }),
    ];
    const { notices, messages, digests } = perPersonAndDay(told, directory);
    expect(notices).toEqual({ days: people, mean: 4, median: 4, worst: 4, worstUnit: NORR });
    expect([messages.worst, digests.worst]).toEqual([2, 1]);
  });

  it('leaves at once with what is acute, also what waits for a digest', () => {
    const told = [at('09:00'), at('09:30', { begins: 'acute' }), at('10:00')];
    const { messages, digests } = perPersonAndDay(told, directory);
    expect([messages.worst, digests.worst]).toEqual([3, 2]);
  });

  it('is nothing when nobody is told', () => {
    const nothing = { days: 0, mean: 0, median: 0, worst: 0, worstUnit: null };
    const { notices, digests } = perPersonAndDay([at('09:00', { isQuiet: true })], directory);
    expect([notices, digests]).toEqual([nothing, nothing]);
  });
});
