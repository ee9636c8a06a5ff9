import type { Life } from '@hemgang/cases';
import { admissionTime, stayOf, stayPlan, stayScript, type PlannedStay } from '@hemgang/demo';

/** The invented stays of the county as cases to live through. */
export interface DemoLives {
  readonly lives: readonly Life[];
  /** How many of them, from the beginning, a demo needs before anybody signs in. */
  readonly firstPart: number;
}

/** NUS and its receivers first, then the rest of the county. Always the same. */
export function demoLives(): DemoLives {
  const { firstPart, rest } = stayPlan();
  return { lives: [...firstPart, ...rest].map(lifeOf), firstPart: firstPart.length };
}

function lifeOf(planned: PlannedStay): Life {
  const stay = stayOf(planned.n, planned.ward);
  return {
    key: `seed-${planned.n}`,
    path: 'discharges',
    beginsAt: (now) => admissionTime(planned, stay, now),
    steps: (openedAt) => stayScript(stay, openedAt),
  };
}
