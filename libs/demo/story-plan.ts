import { Draw } from './draw';
import { demoPatient } from './people';
import { stayOf } from './stay';
import type { Return, Story } from './story';
import { turnsAgain, turnsOf, type Turns } from './turns';
import { isNearNus, MEDICINE_2, someWardOfNus, wardFor, type WardChoice } from './ward-choice';

/** A story of the demo county, and whether it goes on now or belongs to the past. */
export interface CountyStory {
  readonly story: Story;
  readonly life: 'present' | 'past';
}

/** The whole county, in the order in which it is lived through. */
export interface StoryPlan {
  /** NUS and its receivers: what a demo needs before anybody signs in. */
  readonly firstPart: readonly CountyStory[];
  readonly rest: readonly CountyStory[];
}

/** Where the demo's named people work: their lists must not be empty. */
const NAMED_PEOPLES_AREA = 'umea-ersboda';

const QUOTAS = { namedArea: 40, nus: 70, otherHospitals: 300, past: 700 };

/** Share of the named people's patients who lie on the named people's ward. */
const SHARE_ON_NAMED_WARD = 0.6;
/** Share of the other hospitals' patients whose stay goes on now. */
const SHARE_PRESENT = 0.6;
/** Readmissions: few where every second counts before the demo is ready. */
const SHARE_BACK = { present: 0.04, past: 0.15 };
const HOURS_TO_RETURN = { min: 12, max: 20 * 24 };

const SEED = 'county';

/** Goes through the patients in order until every part has its number. Always the same plan. */
export function storyPlan(): StoryPlan {
  const firstPart: CountyStory[] = [];
  const rest: CountyStory[] = [];
  const left = { ...QUOTAS };
  const stories = QUOTAS.namedArea + QUOTAS.nus + QUOTAS.otherHospitals + QUOTAS.past;
  for (let n = 0; firstPart.length + rest.length < stories; n += 1) {
    const draw = new Draw(`plan ${n}`);
    const { homeArea, municipality } = demoPatient(n);
    const turns = turnsOf(SEED, n);
    const isOfNus = isNearNus(municipality);
    const isNamed = homeArea === NAMED_PEOPLES_AREA;
    const choice = isNamed ? namedWard(turns, draw) : wardFor(municipality, turns, draw);
    const part = partOf(homeArea, isOfNus, draw);
    if (part !== null && left[part] > 0) {
      left[part] -= 1;
      const story = storyOf(n, choice, turns, SHARE_BACK.present);
      (isOfNus ? firstPart : rest).push({ story, life: 'present' });
    } else if (left.past > 0) {
      left.past -= 1;
      rest.push({ story: storyOf(n, choice, turns, SHARE_BACK.past), life: 'past' });
    }
  }
  return { firstPart, rest };
}

function storyOf(n: number, choice: WardChoice, turns: Turns, shareBack: number): Story {
  const first = stayOf({ n, visit: 0, turns, ...choice });
  const draw = new Draw(`back ${n}`);
  const again = draw.happens(shareBack) ? [returnOf(n, turns, draw)] : [];
  return { key: `${n}`, first, again };
}

function returnOf(n: number, before: Turns, draw: Draw): Return {
  const turns = turnsAgain(`${SEED} again`, n, before);
  const choice = wardFor(demoPatient(n).municipality, turns, draw);
  const { min, max } = HOURS_TO_RETURN;
  return { stay: stayOf({ n, visit: 1, turns, ...choice }), hoursAfter: draw.between(min, max) };
}

function partOf(homeArea: string, isOfNus: boolean, draw: Draw): keyof typeof QUOTAS | null {
  if (homeArea === NAMED_PEOPLES_AREA) return 'namedArea';
  if (isOfNus) return 'nus';
  return draw.happens(SHARE_PRESENT) ? 'otherHospitals' : null;
}

function namedWard(turns: Turns, draw: Draw): WardChoice {
  const choice = wardFor('2480', turns, draw);
  if (turns.compulsory) return choice;
  const ward = draw.happens(SHARE_ON_NAMED_WARD) ? MEDICINE_2 : someWardOfNus(draw);
  return { ...choice, ward };
}
