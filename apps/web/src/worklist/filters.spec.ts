import type { DutyLine } from '../api/types';
import { filtersOf, isShown, searchOf, SHOWN } from './filters';

const NOW = Date.parse('2026-11-28T22:30:00.000Z'); // 23:30 in Sweden

function duty(more: Partial<DutyLine> = {}): DutyLine {
  const owner = { huvudman: 'Umeå', unit: { id: 'u', name: 'U', phone: '' }, person: null };
  return { dueAt: null, seen: null, owner, ...more } as DutyLine;
}

function shownAs(one: DutyLine) {
  return SHOWN.filter((each) => isShown(one, each, NOW, 'maria'));
}

describe('filters of the worklist', () => {
  it('stand in the address, and what nobody knows is left out', () => {
    expect(filtersOf({ visa: 'late', ordna: 'patienter' })).toEqual({
      visa: 'late',
      ordna: 'patienter',
    });
    expect(filtersOf({ visa: '<script>', ordna: 3, namn: 'Åsa' })).toEqual({
      visa: 'all',
      ordna: 'uppgifter',
    });
    for (const visa of SHOWN) {
      const filters = { visa, ordna: 'patienter' } as const;
      expect(filtersOf(searchOf(filters))).toEqual(filters);
    }
    expect(searchOf({ visa: 'all', ordna: 'uppgifter' })).toEqual({});
  });

  it('count a day by the Swedish calendar', () => {
    expect(shownAs(duty({ dueAt: '2026-11-28T22:59:00.000Z' }))).toContain('today');
    expect(shownAs(duty({ dueAt: '2026-11-28T23:01:00.000Z' }))).not.toContain('today');
    expect(shownAs(duty({ dueAt: '2026-11-27T10:00:00.000Z' }))).toEqual(
      expect.arrayContaining(['late', 'today']),
    );
  });

  it('tell what nobody has seen and what nobody has taken', () => {
    const person = { id: 'maria', name: 'Maria' };
    const taken = { ...duty().owner, person };
    expect(shownAs(duty())).toEqual(['all', 'unseen', 'free']);
    const seen = { at: '2026-11-28T10:00:00.000Z', by: person };
    expect(shownAs(duty({ seen, owner: taken }))).toEqual(['all', 'mine']);
  });
});
