import { plusMs } from '@hemgang/kernel';
import { DEMO_COUNTY } from './county';
import { storyScript } from './story';
import { storyPlan } from './story-plan';
import { storyBegins } from './story-time';

const { firstPart, rest } = storyPlan();
const all = [...firstPart, ...rest];
const wards = new Set(DEMO_COUNTY.units.filter(({ kind }) => kind === 'ward').map(({ id }) => id));
const wardOf = ({ story }: (typeof all)[number]): string => story.first.team.ward;

describe('the plan of the invented county', () => {
  it('begins with more than a hundred stories at NUS that go on now', () => {
    expect(firstPart.length).toBeGreaterThan(100);
    expect(firstPart.filter(({ life }) => life !== 'present')).toEqual([]);
    expect(firstPart.filter((each) => !wardOf(each).startsWith('nus-'))).toEqual([]);
  });

  it('goes on with the other hospitals and with what is over, everywhere', () => {
    const present = rest.filter(({ life }) => life === 'present');
    const past = rest.filter(({ life }) => life === 'past');
    expect([present.length, past.length]).toEqual([300, 700]);
    for (const place of ['nus-', 'skelleftea-', 'lycksele-', 'sorsele-sjukstuga']) {
      expect(past.some((each) => wardOf(each).startsWith(place))).toBe(true);
    }
  });

  it('tells of nobody twice, and only of wards that exist', () => {
    expect(new Set(all.map(({ story }) => story.key)).size).toBe(all.length);
    expect(all.filter((each) => !wards.has(wardOf(each)))).toEqual([]);
  });

  it('gives the named people of the demo patients to work with', () => {
    const stays = firstPart.map(({ story }) => story.first);
    const at = (unit: string) => stays.filter(({ receivers }) => receivers.includes(unit)).length;
    expect(stays.filter(({ team }) => team.ward === 'nus-medicin-2').length).toBeGreaterThan(15);
    for (const unit of [
      'umea-bistand-norr',
      'umea-hemsjukvard-norr',
      'ersboda-halsocentral',
      'umea-palliativt-team',
    ]) {
      expect(at(unit)).toBeGreaterThan(8);
    }
  });
});

describe('the beginning of a planned story', () => {
  // A Wednesday morning, a Sunday night, and Christmas.
  const presents = [
    '2026-11-18T10:00:00.000Z',
    '2026-11-22T02:00:00.000Z',
    '2026-12-25T12:00:00.000Z',
  ];

  it.each(presents)('lies so that now is in its middle, or behind it: %s', (now) => {
    for (const planned of all.filter((_, index) => index % 3 === 0)) {
      const admittedAt = storyBegins(planned, now);
      const last = storyScript(planned.story, admittedAt).steps.at(-1)!.at;
      expect(admittedAt < now).toBe(true);
      expect(last > now).toBe(planned.life === 'present');
    }
  });

  it('is within the last two months and some weeks', () => {
    const [now] = presents as [string];
    const earliest = plusMs(now, -90 * 24 * 60 * 60 * 1_000);
    const times = all.map((planned) => storyBegins(planned, now));
    expect(times.filter((at) => at < earliest)).toEqual([]);
  });
});
