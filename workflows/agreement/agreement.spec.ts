import { dischargeAgreement, paymentStartOf, vasterbottenAssumed } from './agreement';
import { LADDER } from './ladder';

describe('an agreement', () => {
  it('is complete, and says nothing that is not known', () => {
    expect(dischargeAgreement.parse(vasterbottenAssumed)).toEqual(vasterbottenAssumed);
    for (const name of Object.keys(vasterbottenAssumed)) {
      expect(
        dischargeAgreement.safeParse({ ...vasterbottenAssumed, [name]: undefined }).success,
      ).toBe(false);
    }
    expect(dischargeAgreement.safeParse({ ...vasterbottenAssumed, more: 1 }).success).toBe(false);
  });

  it.each([
    { kvittensHours: 0 },
    { svarHours: -1 },
    { planeringHours: Number.NaN },
    { paymentStart: { freeDays: 3, time: '24:00', atCutoffIsLate: false } },
    { paymentStart: { freeDays: -1, time: '12:00', atCutoffIsLate: false } },
  ])('with %j is refused', (wrong) => {
    expect(dischargeAgreement.safeParse({ ...vasterbottenAssumed, ...wrong }).success).toBe(false);
  });
});

describe('the start of payment liability', () => {
  it.each([
    ['Monday 10:15 gives Thursday (1)', '2026-03-02T09:15:00.000Z', '2026-03-05'],
    ['Monday 12:00:00 gives Thursday', '2026-03-02T11:00:00.000Z', '2026-03-05'],
    ['Monday 12:01 gives Friday (2)', '2026-03-02T11:01:00.000Z', '2026-03-06'],
    ['Friday 11:00 gives Monday (4)', '2026-03-06T10:00:00.000Z', '2026-03-09'],
    [
      'Wednesday in the last week of a year gives Saturday (23)',
      '2023-12-27T08:00:00.000Z',
      '2023-12-30',
    ],
    ['half past eleven at night counts as that day', '2026-06-01T21:30:00.000Z', '2026-06-05'],
  ])('%s', (_what, sentAt, expected) => {
    expect(paymentStartOf(sentAt, vasterbottenAssumed)).toBe(expected);
  });

  it('follows another agreement', () => {
    const strict = { freeDays: 1, time: '09:00', atCutoffIsLate: true };
    const other = { ...vasterbottenAssumed, paymentStart: strict };
    expect(paymentStartOf('2026-03-02T07:59:00.000Z', other)).toBe('2026-03-03');
    expect(paymentStartOf('2026-03-02T08:00:00.000Z', other)).toBe('2026-03-04');
  });
});

describe('a ladder', () => {
  it.each(Object.entries(LADDER))(
    '%s climbs, and each step has a name of its own',
    (_name, steps) => {
      const times = steps.map(({ afterDueMs }) => afterDueMs);
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
    },
  );
});
