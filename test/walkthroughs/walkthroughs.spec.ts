import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startService, type RunningService } from '@hemgang/testing';
import { readNarrative, scenariosOf } from './narrative';
import { difference, Player } from './player';

const DOCUMENTS = [
  'walkthrough-straightforward.md',
  'walkthrough-turns.md',
  'walkthrough-sip-discharge.md',
  'walkthrough-sip-child.md',
  'walkthrough-sip-withdrawn.md',
];

/** Each heading in these is a scenario of its own. */
const SCENARIOS = join(__dirname, '../../docs/scenarios');

const scenarios = (existsSync(SCENARIOS) ? readdirSync(SCENARIOS) : []).flatMap((file) =>
  scenariosOf(readFileSync(join(SCENARIOS, file), 'utf8')).map(
    ([name, text]) => [file, name, text] as const,
  ),
);

/** Two processes start, then some forty requests. */
const PLAY_MS = 120_000;

describe('the narrated walk-throughs', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startService();
  }, PLAY_MS);

  afterAll(() => service.stop(), PLAY_MS);

  it.each(DOCUMENTS)(
    '%s happens word for word',
    async (file) => {
      const steps = readNarrative(readFileSync(join(__dirname, '../../docs', file), 'utf8'));
      expect(steps.length).toBeGreaterThan(10);
      const player = new Player(service.url);
      for (const step of steps) await player.play(step);
    },
    PLAY_MS,
  );

  for (const [file, name, text] of scenarios) {
    it(
      `${file}: ${name}`,
      async () => {
        const steps = readNarrative(text);
        expect(steps.length).toBeGreaterThan(0);
        const player = new Player(service.url);
        for (const step of steps) await player.play(step);
      },
      PLAY_MS,
    );
  }
});

describe('the comparison of answers', () => {
  it.each([
    [{ state: 'left' }, { state: 'closed' }],
    [{ list: [{ id: 1 }] }, { list: [{ id: 2 }] }],
    [{ why: 'Umeå' }, { why: { $matches: 'Vännäs' } }],
    [null, { state: 'left' }],
  ])('tells %j from %j', (actual, expected) => {
    expect(difference(actual, expected)).not.toBeNull();
  });

  it('ignores what is not named', () => {
    expect(difference({ state: 'left', more: 1 }, { state: 'left' })).toBeNull();
  });
});
