import { noteDateHeader } from '../api/server-time';
import type { ReceiverUnit } from '../api/types';
import { openingNote } from './opening-note';

type Opening = NonNullable<ReceiverUnit['opening']>;

const CLOSES = '2026-11-27T16:00:00.000Z';
const OPENS = '2026-11-30T07:00:00.000Z';

const unit = { by: 'unit', watch: null, mayDecide: true } as const;
const jour = { by: 'watch', watch: 'Jour Skellefteå', mayDecide: false } as const;
const head = { by: 'manager', watch: null, mayDecide: true } as const;

describe('what is said of a unit before something is sent to it', () => {
  beforeEach(() => noteDateHeader('Thu, 26 Nov 2026 12:00:00 GMT'));

  const told = (opening: Opening | null, language: 'sv' | 'en' = 'sv') =>
    openingNote(
      {
        ...{ id: 'hc', name: 'Hälsocentralen', phone: '0980-319 200', kind: 'halsocentral' },
        ...{ municipality: null, external: false, contact: null, opening },
      },
      language,
    );
  const open: Opening = {
    ...{ isOpen: true, until: CLOSES, source: 'unit', reads: unit, then: jour },
  };
  const closed: Opening = { ...open, isOpen: false, until: OPENS, reads: jour, then: unit };

  it('is when it closes and who reads then, and that she may not decide', () => {
    const then = 'Jour Skellefteå (tar bara emot, får inte besluta)';
    expect(told(open)).toBe(`stänger fre 27/11 17:00; därefter ${then}`);
    expect(told({ ...open, then: { ...jour, mayDecide: true } }, 'en')).toBe(
      'closes Fri 27/11 17:00; after that Jour Skellefteå',
    );
  });

  it('is when it opens and who reads until then', () => {
    const now = 'Jour Skellefteå (tar bara emot, får inte besluta)';
    expect(told(closed)).toBe(`stängd, öppnar mån 30/11 08:00; nu: ${now}`);
  });

  it('is that there is no watch, and whose hours these are when they are assumed', () => {
    expect(told({ ...open, source: 'county', then: head })).toBe(
      'stänger fre 27/11 17:00; därefter ingen jour (länets öppettider)',
    );
  });

  it('is that nobody is in', () => {
    expect(told({ ...open, reads: { ...jour, mayDecide: true } })).toBe(
      'stänger fre 27/11 17:00; ingen är på plats, nu: Jour Skellefteå',
    );
  });

  it('is nothing of one that never closes or whose hours are not known', () => {
    expect(told({ ...open, until: null, then: null })).toBeNull();
    expect(told(null)).toBeNull();
  });
});
