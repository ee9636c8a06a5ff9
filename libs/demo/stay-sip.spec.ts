import { storyScript } from './story';
import { storyPlan } from './story-plan';
import { storyBegins } from './story-time';

const NOW = '2026-06-01T10:00:00.000Z';
/** Of the county's stories, every so manieth: its whole plan takes long. */
const EVERY = 4;

describe('the SIPs that come out of stays', () => {
  const { firstPart, rest } = storyPlan();
  const told = [...firstPart, ...rest]
    .filter((_, index) => index % EVERY === 0)
    .map((planned) => storyScript(planned.story, storyBegins(planned, NOW)))
    .filter(({ sip }) => sip.length > 0);
  const commands = told.flatMap(({ sip }) => sip.map(({ command }) => command));

  it('are started while the patient is on the ward, out of the last of her stays', () => {
    expect(told.length).toBeGreaterThan(20);
    for (const { steps, sip, lastAdmittedAt } of told) {
      const [start] = sip;
      const last = steps.at(-1)?.stay;
      expect(start).toMatchObject({
        command: 'start-sip',
        names: { field: 'stay', caseOf: last },
      });
      expect(start!.at > lastAdmittedAt).toBe(true);
      const left = steps.findLast(({ command }) => command === 'discharge');
      if (left !== undefined) expect(start!.at < left.at).toBe(true);
    }
  });

  it('tell their steps in the order of time, and none after a death', () => {
    for (const { steps, sip } of told) {
      const times = sip.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      const died = steps.find(({ command }) => command === 'register-death');
      if (died !== undefined) expect(times.filter((at) => at > died.at)).toEqual([]);
    }
  });

  it('are declined, withdrawn, called to in time and late, established and followed up', () => {
    for (const met of ['decline-sip', 'withdraw-consent', 'establish-plan', 'follow-up']) {
      expect(commands).toContain(met);
    }
    const hours = told.flatMap(({ steps, sip }) => {
      const ready = steps.findLast(({ command }) => command === 'mark-utskrivningsklar');
      const call = sip.find(({ command }) => command === 'call');
      if (ready === undefined || call === undefined) return [];
      return [(Date.parse(call.at) - Date.parse(ready.at)) / 3_600_000];
    });
    expect(hours.some((each) => each < 48)).toBe(true);
    expect(hours.some((each) => each > 120)).toBe(true);
  });
});
