import fc from 'fast-check';
import type { Values } from '../form/values';
import { goalPicks, placesAfter, planChanged, planWhole } from './goals';

interface Goal {
  readonly id: number;
  readonly text: string;
}

/** What somebody does to the list of goals; numbers are taken as far as the list goes. */
const steps = fc.array(
  fc.record({
    what: fc.constantFrom('add', 'insert', 'remove', 'move', 'reword', 'empty'),
    at: fc.nat({ max: 9 }),
    to: fc.nat({ max: 9 }),
  }),
  { maxLength: 25 },
);
const links = fc.array(fc.option(fc.nat({ max: 3 })), { maxLength: 6 });

const textOf = (goals: readonly Goal[]) => goals.map(({ text }) => text).join('\n');
const withGoals = (goals: readonly Goal[], served: readonly (number | null)[]): Values => ({
  '/goals': textOf(goals),
  '/measures': served.map((_, index) => `i${index}`),
  ...Object.fromEntries(
    served.flatMap((goal, index) =>
      goal === null ? [] : [[`/measures/i${index}/goal`, String(goal + 1)]],
    ),
  ),
});
const moved = (goals: readonly Goal[], goal: Goal, to: number) =>
  goals.filter((each) => each !== goal).toSpliced(to, 0, goal);
const servedIn = (values: Values, index: number): string | null => {
  const place = Number(values[`/measures/i${index}/goal`] ?? 0);
  return String(values['/goals']).split('\n')[place - 1] ?? null;
};

describe('the goals of the measures', () => {
  it('stay theirs whatever becomes of the list of goals', () => {
    fc.assert(
      fc.property(links, steps, (served, course) => {
        let id = 4;
        let goals: readonly Goal[] = [0, 1, 2, 3].map((each) => ({
          id: each,
          text: `goal ${each}`,
        }));
        let values = withGoals(goals, served);
        for (const { what, at, to } of course) {
          const fresh = { id: (id += 1), text: `goal ${id}` };
          const here = at % Math.max(1, goals.length);
          const goal = goals[here];
          if (what === 'add') goals = [...goals, fresh];
          else if (what === 'insert') goals = goals.toSpliced(here, 0, fresh);
          else if (goal === undefined) continue;
          else if (what === 'remove' && goals.length === 1) continue;
          else if (what === 'remove') goals = goals.toSpliced(here, 1);
          else if (what === 'move') goals = moved(goals, goal, to % goals.length);
          else if (what === 'reword') goals = goals.with(here, { ...goal, text: fresh.text });
          // Two that nothing is written in are alike: no more than one at a time.
          else if (goals.every(({ text }) => text !== ''))
            goals = goals.with(here, { ...goal, text: '' });
          values = planChanged(values, '/goals', textOf(goals));
          served.forEach((linked, index) => {
            const is = goals.find((each) => each.id === linked);
            expect(servedIn(values, index)).toBe(is?.text ?? null);
          });
        }
        const whole = planWhole(values);
        served.forEach((linked, index) => {
          const is = goals.find((each) => each.id === linked);
          expect(servedIn(whole, index)).toBe(is?.text || null);
        });
      }),
    );
  });

  it('stay apart while one is typed that for a moment says the same as another', () => {
    const typed = ['a', 'a', 'ab'].map((text) => ['a', text]);
    expect(placesAfter(['a', ''], ['a', 'a'])).toEqual([1, 2]);
    for (const lines of typed) expect(placesAfter(['a', 'a'], lines)).toEqual([1, 2]);
    expect(placesAfter(['a', 'b', 'a'], ['b', 'a'])).toEqual([2, 1, 2]);
    expect(placesAfter(['a', 'b'], ['b'])).toEqual([null, 1]);
  });

  it('are offered by what they say, and those that say nothing are not', () => {
    expect(goalPicks({ '/goals': 'Gå ut.\n\n Sova. ' })).toEqual([
      { value: '1', label: 'Gå ut.', detail: '' },
      { value: '3', label: 'Sova.', detail: '' },
    ]);
    const values = { '/goals': '\n \nSova.', '/measures': ['i1'], '/measures/i1/goal': '3' };
    expect(planWhole(values)).toMatchObject({ '/goals': 'Sova.', '/measures/i1/goal': '1' });
  });

  it('change with nothing else', () => {
    const values = withGoals([{ id: 0, text: 'a' }], [0]);
    expect(planChanged(values, '/needs', 'b')).toEqual({ ...values, '/needs': 'b' });
  });
});
