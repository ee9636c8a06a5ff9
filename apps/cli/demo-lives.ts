import type { Life } from '@hemgang/cases';
import {
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

/** The people of a simulated month, who come when they come. */
export function simulatedLives(stories: readonly DatedStory[]): readonly Life[] {
  return stories.map(({ story, admittedAt }) => ({
    ...lifeOf('sim', story),
    beginsAt: () => admittedAt,
  }));
}

/** SIPs of people who are in no hospital. */
function sipLives(): readonly Life[] {
  return storySips().map((planned) => ({
    key: `seed-${planned.story.key}`,
    path: 'sips',
    beginsAt: (now: string) => planned.startsAt(now),
    steps: (openedAt: string) =>
      sipScript(planned.story, openedAt).map((step) => ({ ...step, stay: 0 })),
  }));
}

/** They are lived last: a month is reckoned from its stays. */
function settlementLives(): readonly Life[] {
  return settlementStories().map((story) => ({
    key: `seed-${story.key}`,
    path: 'settlements',
    beginsAt: (now: string) => story.beginsAt(now),
    steps: (openedAt: string) => story.steps(openedAt).map((step) => ({ ...step, stay: 0 })),
  }));
}

function lifeOf(series: string, story: Story): Omit<Life, 'beginsAt'> {
  return {
    key: `${series}-${story.key}`,
    path: 'discharges',
    steps: (openedAt) => storyScript(story, openedAt).steps,
  };
}
