import { readFacts } from './facts-file';
import { readStays, settleStays } from './stays-file';
import { sormland, vastraGotaland } from './policies/elsewhere';
import { statute } from './policies';

const FACTS = {
  admittedAt: '2026-02-28T09:00:00+01:00',
  careType: 'somatic',
  folkbokforing: '2480',
  region: '24',
  sipRequired: false,
  events: [
    { type: 'discharged', at: '2026-03-09T09:00:00Z' },
    { type: 'utskrivningsklar-sent', at: '2026-03-02T09:15:00Z' },
  ],
};

function wrong(change: object): string[] {
  const { content, faults } = readFacts({ ...FACTS, ...change });
  expect(content).toBeUndefined();
  return (faults ?? []).map(({ en }) => en);
}

describe('a file of facts', () => {
  it('is put in order, in UTC, and looked at when its last event happened', () => {
    const { content } = readFacts(FACTS);
    expect(content).toMatchObject({
      admittedAt: '2026-02-28T08:00:00.000Z',
      asOf: '2026-03-09T09:00:00.000Z',
      placedBy: null,
      sipDeclined: false,
    });
    expect(content?.events.map(({ type, id }) => [type, id])).toEqual([
      ['utskrivningsklar-sent', 2],
      ['discharged', 1],
    ]);
  });

  it('may lack minutes of precision, never the offset', () => {
    expect(readFacts({ ...FACTS, asOf: '2026-03-10T09:00:00.123+02:00' }).faults).toBeUndefined();
    expect(wrong({ admittedAt: '2026-02-28T09:00:00' })).toEqual([
      expect.stringContaining('admittedAt must be a time of this century with an offset'),
    ]);
    expect(wrong({ admittedAt: '2026-02-30T09:00:00Z' })).toHaveLength(1);
    expect(wrong({ admittedAt: '1026-02-28T09:00:00Z' })).toHaveLength(1);
  });

  it.each([
    [
      'an unknown type',
      { events: [{ type: 'sent-home', at: FACTS.admittedAt }] },
      'events[0].type',
    ],
    ['no time', { events: [{ type: 'discharged' }] }, 'events[0].at'],
    ['an event that is none', { events: [7] }, 'events[0] must be an object'],
    ['an unknown municipality', { folkbokforing: '2499' }, 'folkbokforing'],
    ['a municipality as a number', { folkbokforing: 2480 }, 'folkbokforing'],
    ['an unknown placing municipality', { placedBy: '9999' }, 'placedBy'],
    ['an unknown region', { region: '02' }, 'region'],
    ['an unknown kind of care', { careType: 'surgery' }, 'careType'],
    ['no word of a SIP', { sipRequired: undefined }, 'sipRequired'],
    ['an unknown field', { patient: 'x' }, 'There is no field patient'],
    ['no list', { events: {} }, 'events must be a list'],
  ])('%s is one clear sentence', (_, change, about) => {
    const sentences = wrong(change);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(about);
    expect(sentences[0]).toMatch(/\.$/);
  });

  it.each([
    [
      'a discharge before the admission',
      [['discharged', '2026-02-27T09:00:00Z']],
      'events[0] ends the stay before the admission.',
    ],
    [
      'a notice before the admission',
      [['utskrivningsklar-sent', '2026-02-27T09:00:00Z']],
      'events[0] is before the admission.',
    ],
    [
      'two open periods',
      [
        ['utskrivningsklar-sent', '2026-03-02T09:00:00Z'],
        ['opt-decision-notified', '2026-03-03T09:00:00Z'],
      ],
      'events[1] comes while an earlier notice still holds: two periods cannot be open at once.',
    ],
    [
      'a withdrawal of nothing',
      [['utskrivningsklar-withdrawn', '2026-03-02T09:00:00Z']],
      'events[0] withdraws a notice that is not there.',
    ],
    [
      'a notice after the end',
      [
        ['deceased', '2026-03-02T09:00:00Z'],
        ['utskrivningsklar-sent', '2026-03-03T09:00:00Z'],
      ],
      'events[1] comes after the stay has ended.',
    ],
  ])('%s cannot be', (_, told, sentence) => {
    expect(wrong({ events: told.map(([type, at]) => ({ type, at })) })).toEqual([sentence]);
  });

  it('says all that is wrong at once', () => {
    expect(wrong({ careType: 'x', region: 'y', events: [{ type: 'z', at: 'then' }] })).toHaveLength(
      4,
    );
    expect(readFacts('[]').faults).toHaveLength(1);
    expect(readFacts(null).faults).toHaveLength(1);
  });
});

const STAYS = {
  municipality: '2480',
  months: [
    {
      month: '2023-02',
      stays: [
        {
          notices: [
            { at: '2023-02-01T09:00:00Z', withdrawnAt: '2023-02-03T09:00:00Z' },
            { at: '2023-02-06T09:00:00Z' },
          ],
          dischargedAt: '2023-02-12T09:00:00Z',
        },
      ],
    },
    { month: '2023-01', stays: [] },
  ],
};

function wrongStays(change: object): string[] {
  const { content, faults } = readStays({ ...STAYS, ...change });
  expect(content).toBeUndefined();
  return (faults ?? []).map(({ en }) => en);
}

describe('a file of stays', () => {
  it('sums several notices and answers month by month in order', () => {
    const { content } = readStays(STAYS);
    if (content === undefined) throw new Error('the file is right');
    expect(settleStays(content, statute)).toEqual({
      months: [
        {
          ...{ month: '2023-01', n: 0, sumDays: 0, averageDays: null, skrAverageDays: null },
          ...{ threshold: null, excessDays: 0, totalOre: 0 },
        },
        {
          ...{ month: '2023-02', n: 1, sumDays: 8, averageDays: 8, skrAverageDays: 8 },
          ...{ threshold: null, excessDays: 3, totalOre: 3_150_000 },
        },
      ],
    });
  });

  const stayOf = (change: object) => [
    { month: '2023-02', stays: [{ ...STAYS.months[0]?.stays[0], ...change }] },
  ];

  it.each([
    [
      'a stay of another month',
      stayOf({ dischargedAt: '2023-02-28T23:30:00Z' }),
      'does not belong',
    ],
    ['no notice', stayOf({ notices: [] }), 'at least one notice'],
    [
      'a notice after the discharge',
      stayOf({ notices: [{ at: '2023-02-13T09:00:00Z' }] }),
      'in the right order',
    ],
    [
      'two notices at once',
      stayOf({ notices: [{ at: '2023-02-01T09:00:00Z' }, { at: '2023-02-02T09:00:00Z' }] }),
      'two notices that hold at the same time',
    ],
    ['no such month', [{ month: '2023-13', stays: [] }], 'months[0].month must be a month'],
    [
      'a month twice',
      [
        { month: '2023-01', stays: [] },
        { month: '2023-01', stays: [] },
      ],
      'months[1].month is there twice',
    ],
  ])('%s is refused', (_, months, about) => {
    const sentences = wrongStays({ months });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(about);
  });

  it('is refused for a municipality that does not exist', () => {
    expect(wrongStays({ municipality: '2499' })).toHaveLength(1);
  });
});

describe('what three months set off', () => {
  /** One stay of so many days in each month from January 2023. */
  function months(days: readonly number[]) {
    const { content } = readStays({
      municipality: '0480',
      months: days.map((count, index) => {
        const month = `2023-${String(index + 1).padStart(2, '0')}`;
        const at = (day: number) => `${month}-${String(day).padStart(2, '0')}T09:00:00Z`;
        return { month, stays: [{ notices: [{ at: at(1) }], dischargedAt: at(1 + count) }] };
      }),
    });
    if (content === undefined) throw new Error('the file is right');
    return content;
  }

  it('in Sörmland: three in a row above three days', () => {
    expect(settleStays(months([4, 4, 3, 4, 4]), sormland).triggered).toBe(false);
    expect(settleStays(months([3, 4, 5, 6]), sormland).triggered).toBe(true);
    const parted = months([4, 4, 0, 4]);
    const without = { ...parted, months: parted.months.filter(({ month }) => month !== '2023-03') };
    expect(settleStays(without, sormland).triggered).toBe(false);
  });

  it('in Västra Götaland: the last three together, against a threshold nobody has read', () => {
    const settled = settleStays(months([9, 1, 2, 3]), vastraGotaland);
    expect(settled.combined).toEqual({
      months: ['2023-02', '2023-03', '2023-04'],
      ...{ n: 3, sumDays: 6, averageDays: 2 },
    });
    expect(settled.triggered).toBeNull();
    expect(settled.months[0]).toMatchObject({ threshold: null, excessDays: null, totalOre: null });
    const known = { ...vastraGotaland, threshold: { days: 1.5, months: 3 as const, inARow: 1 } };
    expect(settleStays(months([9, 1, 2, 3]), known).triggered).toBe(true);
  });
});
