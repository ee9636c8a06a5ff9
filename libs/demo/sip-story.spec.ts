import { storySips } from './sip-plan';
import { sipScript } from './sip-story';

const NOW = '2026-06-01T10:00:00.000Z';

describe('the SIPs of people in no hospital', () => {
  const scripts = storySips().map(({ story, startsAt }) => sipScript(story, startsAt(NOW)));
  const commands = scripts.flatMap((steps) => steps.map(({ command }) => command));

  it('are always the same, each in the order of time', () => {
    const again = storySips().map(({ story, startsAt }) => sipScript(story, startsAt(NOW)));
    expect(again).toEqual(scripts);
    for (const steps of scripts) {
      const times = steps.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
    }
  });

  it('are offered, declined, refused, withdrawn, held, followed up and closed', () => {
    expect(new Set(commands)).toEqual(
      new Set([
        ...['start-sip', 'refuse-sip', 'offer-sip', 'decline-sip', 'record-consent'],
        ...['withdraw-consent', 'call', 'answer-call', 'move-meeting', 'hold-meeting'],
        ...['draft-plan', 'establish-plan', 'follow-up', 'close-sip'],
      ]),
    );
  });
});
