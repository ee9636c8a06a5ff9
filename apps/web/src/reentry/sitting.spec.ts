import type { CaseEvent } from '../api/types';
import { addressOf, enteredBy, NEW_PATIENT, sittingIn, takenUp, type Sitting } from './sitting';

const SITTING: Sitting = {
  ...{ from: '2026-11-27T22:00', until: '2026-11-28T06:00', at: '2026-11-27T23:15' },
  ...{ paper: 'b', stays: ['a', 'b'] },
};

const searchOf = (sitting: Sitting) => new URL(addressOf(sitting), 'http://localhost').search;

describe('a sitting after an outage', () => {
  it('stands in its address', () => {
    expect(sittingIn(searchOf(SITTING))).toEqual(SITTING);
    const without = { ...SITTING, paper: null, stays: [] };
    expect(sittingIn(searchOf(without))).toEqual(without);
  });

  it.each(['', '?fran=2026-11-27T22:00', '?fran=x&till=y'])('is none in "%s"', (search) => {
    expect(sittingIn(search)).toBeNull();
  });

  it('begins with the time from which the service was away', () => {
    const sitting = sittingIn('?fran=2026-11-27T22:00&till=2026-11-28T06:00&tid=soon');
    expect(sitting?.at).toBe('2026-11-27T22:00');
  });

  it('remembers each stay once, and nobody who has none yet', () => {
    const at = '2026-11-27T23:30';
    expect(takenUp(SITTING, 'a', at)).toEqual({ ...SITTING, paper: 'a', at });
    expect(takenUp(SITTING, 'c', at).stays).toEqual(['a', 'b', 'c']);
    expect(takenUp(SITTING, NEW_PATIENT, at).stays).toEqual(['a', 'b']);
  });
});

/** 22:00 in Sweden is 21:00 by UTC. */
const entered = { person: 'anna', occurredAt: '2026-11-27T21:00:00.000Z' };
const event = ({ person, occurredAt, recordedAt }: typeof entered & { recordedAt?: string }) =>
  ({
    ...{ occurredAt, recordedAt: recordedAt ?? '2026-11-28T05:00:00.000Z' },
    actor: { system: null, person: { id: person, name: '' }, unit: null },
  }) as CaseEvent;

describe('what has been entered after an outage', () => {
  it.each<[string, Parameters<typeof event>[0], boolean]>([
    ['as it began', entered, true],
    ['as it ended', { ...entered, occurredAt: '2026-11-28T05:00:00.000Z' }, true],
    ['before it', { ...entered, occurredAt: '2026-11-27T20:59:59.999Z' }, false],
    ['after it', { ...entered, occurredAt: '2026-11-28T05:00:00.001Z' }, false],
    ['recorded within it', { ...entered, recordedAt: '2026-11-28T04:59:59.000Z' }, false],
    ['of somebody else', { ...entered, person: 'maria' }, false],
  ])('what happened %s', (_, happened, isOf) => {
    expect(enteredBy('anna', [event(happened)], SITTING)).toHaveLength(isOf ? 1 : 0);
  });

  it('comes in the order in which it happened', () => {
    const later = event({ ...entered, occurredAt: '2026-11-28T01:00:00.000Z' });
    const sooner = event(entered);
    expect(enteredBy('anna', [later, sooner], SITTING)).toEqual([sooner, later]);
  });
});
