import type { Life, LifeStep } from '@hemgang/cases';
import {
  inOrder,
  settlementStories,
  sipScript,
  storyBegins,
  storyPlan,
  storySips,
  storyScript,
  type DatedStory,
  type Story,
} from '@hemgang/demo';

/** The invented stories of the county as lives to live through. */
export interface DemoLives {
  readonly lives: readonly Life[];
  /** How many of them, from the beginning, a demo needs before anybody signs in. */
  readonly firstPart: number;
}

/**
 * NUS and its receivers first, then the rest of the county, and when all stays have been lived what
 * their months come to. Always the same.
 */
export function demoLives(): DemoLives {
  const { firstPart, rest } = storyPlan();
  const lives = [...firstPart, ...rest].map((planned) => ({
    ...lifeOf('seed', planned.story),
    beginsAt: (now: string) => storyBegins(planned, now),
  }));
  return { lives: [...lives, ...sipLives(), ...settlementLives()], firstPart: firstPart.length };
}

/**
 * A simulated month in two parts: the people, who come when they come, and, when all of them have
 * been lived, what the month before the last comes to.
 */
export function simulatedLives(stories: readonly DatedStory[]): readonly (readonly Life[])[] {
  const people = stories.map(({ story, admittedAt }) => ({
    ...lifeOf('sim', story),
    beginsAt: () => admittedAt,
  }));
  return [people, settlementLives()];
}

/** SIPs of people who are in no hospital. */
function sipLives(): readonly Life[] {
  return storySips().map((planned) => ({
    key: `seed-${planned.story.key}`,
    beginsAt: (now: string) => planned.startsAt(now),
    steps: (openedAt: string) => ofCase(0, 'sips', sipScript(planned.story, openedAt)),
  }));
}

/** They are lived last: a month is reckoned from its stays. */
function settlementLives(): readonly Life[] {
  return settlementStories().map((story) => ({
    key: `seed-${story.key}`,
    beginsAt: (now: string) => story.beginsAt(now),
    steps: (openedAt: string) => ofCase(0, 'settlements', story.steps(openedAt)),
  }));
}

function lifeOf(series: string, story: Story): Omit<Life, 'beginsAt'> {
  return { key: `${series}-${story.key}`, steps: (openedAt) => storySteps(story, openedAt) };
}

/** Everything that happens in a story that began then: in its stays, and in the SIP that comes out of the last. */
export function storySteps(story: Story, admittedAt: string): readonly LifeStep[] {
  const { steps, sip } = storyScript(story, admittedAt);
  const stays = steps.map(({ stay, ...step }) => ({ ...step, of: stay, path: 'discharges' }));
  const count = new Set(steps.map(({ stay }) => stay)).size;
  return inOrder([...stays, ...ofCase(count, 'sips', sip)]);
}

function ofCase(
  of: number,
  path: string,
  steps: readonly Omit<LifeStep, 'of' | 'path'>[],
): readonly LifeStep[] {
  return steps.map((step) => ({ ...step, of, path }));
}
