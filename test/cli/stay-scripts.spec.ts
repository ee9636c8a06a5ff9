import { monthPlan, storyPlan, type Story } from '@hemgang/demo';
import type { CaseState } from '@hemgang/engine';
import { storySteps } from '../../apps/cli/demo-lives';
import { county, liveThrough } from './live-in-memory';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

/** Stories tried; with the shares of the scripts every kind of stay is among them. */
const STORIES = 250;
/** Of them, where every one tells the same. */
const SOME = 100;

const ADMITTED_AT = '2026-11-03T09:12:00.000Z';

const { firstPart, rest } = storyPlan();
const stories = [...firstPart, ...rest.slice(-STORIES / 2), ...rest]
  .slice(0, STORIES)
  .map(({ story }) => story);

/** A story lived to its end; a refused step tells which. */
function lived(story: Story, admittedAt: string): readonly CaseState[] {
  try {
    return liveThrough(storySteps(story, admittedAt));
  } catch (error) {
    throw new Error(`story ${story.key}, ${String(error)}`, { cause: error });
  }
}

const isOpen = ({ closedAt }: CaseState): boolean => closedAt === null;

describe('an invented story', () => {
  it('takes only steps that the process, the rules and the roles permit, to its end', () => {
    const open = stories.filter((story) => lived(story, ADMITTED_AT).some(isOpen));
    expect(open.map(({ key }) => key)).toEqual([]);
  });

  it.each(['2026-03-28T20:40:00.000Z', '2026-12-23T02:15:00.000Z', '2026-06-19T14:00:00.000Z'])(
    'may begin at any time, also before a clock change or holidays: %s',
    (admittedAt) => {
      for (const story of stories.slice(0, SOME)) {
        expect(lived(story, admittedAt).filter(isOpen)).toEqual([]);
      }
    },
  );

  it('of a simulated month is permitted too', () => {
    const month = monthPlan({
      days: 30,
      seed: 7,
      now: '2026-07-20T10:00:00.000Z',
    });
    for (const { story, admittedAt } of month.stories) {
      expect(lived(story, admittedAt).filter(isOpen)).toEqual([]);
    }
  });

  it('is lived by people of the units that take part in it', () => {
    for (const story of stories.slice(0, SOME)) {
      const stays = [story.first, ...story.again.map(({ stay }) => stay)];
      const units = stays.flatMap(({ team, nextTeam, receivers, mistake }) => [
        team.ward,
        ...(nextTeam === null ? [] : [nextTeam.ward]),
        ...receivers,
        ...(mistake === null ? [] : [mistake.unit]),
      ]);
      const acting = storySteps(story, ADMITTED_AT).map(
        ({ by }) => county.assignment(by)?.unit ?? by,
      );
      expect(acting.filter((unit) => !units.includes(unit))).toEqual([]);
    }
  });
});
