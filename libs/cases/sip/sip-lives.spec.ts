import { Seeder } from '@hemgang/cases';
import { DEMO_COUNTY, sipScript, storySips } from '@hemgang/demo';
import { County } from '@hemgang/testing';

/** Enough for every way that a SIP of the demo may take. */
const LIVES = 40;

describe('the invented SIPs', () => {
  let county: County;
  beforeAll(async () => {
    county = await County.open();
  });
  afterAll(() => county.close());

  it('are lived through by the use cases, and counted', async () => {
    const { service } = county;
    const seeder = new Seeder(service, () => Promise.resolve());
    const progress = { done: 0, total: LIVES, finishedAt: null };
    await service.replaceDirectory(DEMO_COUNTY);
    const done = await seeder.run(progress, {
      lives: storySips().map((planned) => ({
        key: `test-${planned.story.key}`,
        beginsAt: (now) => planned.startsAt(now),
        steps: (openedAt) =>
          sipScript(planned.story, openedAt).map((step) => ({ ...step, of: 0, path: 'sips' })),
      })),
      upTo: LIVES,
      now: () => service.clock.now(),
      reminds: false,
      lanes: 4,
      gently: false,
      stopping: new AbortController().signal,
      onLived: () => undefined,
    });
    expect(done.done).toBe(LIVES);
    const { all: counts } = await service.counted.sip.count('2000-01-01', '2099-12-31');
    expect(counts).toMatchObject({ started: LIVES, withoutStay: LIVES, kallelser: 0 });
    for (const met of ['offered', 'declined', 'called', 'established', 'followedUp'] as const) {
      expect([met, counts[met]]).toEqual([met, expect.any(Number)]);
      expect(counts[met]).toBeGreaterThan(0);
    }
  });
});
