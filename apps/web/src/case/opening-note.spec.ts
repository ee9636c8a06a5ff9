import { openingNote } from './opening-note';

describe('what is said of a unit before something is sent to it', () => {
  const unit = {
    ...{ id: 'hc', name: 'Hälsocentralen', phone: '0980-319 200', kind: 'halsocentral' },
    ...{ municipality: null, external: false, contact: null },
  };
  const until = '2026-11-27T16:00:00.000Z';

  it('is when it closes, or when it opens again, in Swedish time', () => {
    const open = { ...unit, opening: { isOpen: true, until } };
    const closed = { ...unit, opening: { isOpen: false, until: '2026-11-30T07:00:00.000Z' } };
    expect(openingNote(open, 'sv')).toBe('stänger fre 27/11 17:00 (länets öppettider)');
    expect(openingNote(closed, 'sv')).toBe('stängd, öppnar mån 30/11 08:00 (länets öppettider)');
    expect(openingNote(open, 'en')).toBe('closes Fri 27/11 17:00 (the county’s opening hours)');
  });

  it('is nothing of one that never closes or whose hours are not known', () => {
    expect(openingNote({ ...unit, opening: { isOpen: true, until: null } }, 'sv')).toBeNull();
    expect(openingNote({ ...unit, opening: null }, 'sv')).toBeNull();
  });
});
