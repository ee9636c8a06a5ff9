import { localDate, localTime, weekday } from '@hemgang/kernel';
import { monthPlan, type Month } from './month-plan';
import { storyScript } from './story';

const NOVEMBER = '2026-11-25T10:00:00.000Z';
const JULY = '2026-07-31T10:00:00.000Z';

const month = monthPlan({ days: 30, seed: 7, now: NOVEMBER });
const stays = ({ stories }: Month): number =>
  stories.reduce((sum, { story }) => sum + 1 + story.again.length, 0);

describe('a simulated month', () => {
  it('is the same for the same seed and last day, and another for another seed', () => {
    expect(monthPlan({ days: 30, seed: 7, now: '2026-11-25T18:30:00.000Z' })).toEqual(month);
    const other = monthPlan({ days: 30, seed: 8, now: NOVEMBER });
    expect(other.stories[0]).not.toEqual(month.stories[0]);
  });

  it('lasts from midnight to midnight, in order, and nobody comes outside it', () => {
    expect([month.from, month.until]).toEqual([
      '2026-10-25T23:00:00.000Z',
      '2026-11-24T23:00:00.000Z',
    ]);
    const times = month.stories.map(({ admittedAt }) => admittedAt);
    expect([...times].sort()).toEqual(times);
    expect(times[0]! >= month.from && times.at(-1)! < month.until).toBe(true);
  });

  it('has as many stays as the county has with an inskrivningsmeddelande, and some more', () => {
    const perDay = stays(month) / 30;
    expect(perDay).toBeGreaterThan(17);
    expect(perDay).toBeLessThan(22);
  });

  it('has fewer at weekends, at night and in the summer', () => {
    const times = month.stories.map(({ admittedAt }) => admittedAt);
    const atWeekends = times.filter((at) => weekday(localDate(at)) >= 6).length / times.length;
    const atNight = times.filter((at) => localTime(at) < '06:00').length / times.length;
    expect(atWeekends).toBeLessThan(0.27);
    expect(atNight).toBeGreaterThan(0.04);
    expect(atNight).toBeLessThan(0.17);
    const july = monthPlan({ days: 30, seed: 7, now: JULY });
    expect(stays(july)).toBeLessThan(stays(month) * 0.95);
  });

  it('has people back within thirty days of going home, and never before', () => {
    const back = month.stories.flatMap(({ story }) => story.again);
    expect(back.length / stays(month)).toBeGreaterThan(0.15);
    for (const { hoursAfter } of back) {
      expect(hoursAfter).toBeGreaterThanOrEqual(6);
      expect(hoursAfter).toBeLessThan(30 * 24);
    }
    for (const { story, admittedAt } of month.stories) {
      const admitted = storyScript(story, admittedAt).steps.filter((s) => s.command === 'admit');
      expect(admitted.length).toBe(1 + story.again.length);
      expect(admitted.at(-1)!.at < month.until).toBe(true);
    }
  });
});
