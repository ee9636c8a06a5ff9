import fc from 'fast-check';
import {
  contactLine,
  differenceOf,
  hasDifference,
  linesChanged,
  LISTS,
  type LineChange,
  withGoals,
  type Measure,
  type PlanContent,
} from './difference';

/** Few words, so that two plans have some of them in common. */
const word = fc.constantFrom('a', 'b', 'c', 'd', '');
const words = fc.array(word, { maxLength: 6 });
const measure: fc.Arbitrary<PlanContent['measures'][number]> = fc.record({
  id: fc.constantFrom('i1', 'i2', 'i3', 'i4'),
  what: word,
  goal: fc.option(fc.integer({ min: 1, max: 4 })),
  huvudman: fc.record({ id: word, name: word }),
  unit: fc.record({ id: word, name: word, phone: word }),
  person: fc.option(word),
  by: fc.option(fc.constantFrom('2026-05-01', '2026-06-01')),
  status: fc.constantFrom('planned', 'done'),
});
const plan: fc.Arbitrary<PlanContent> = fc.record({
  matters: word,
  goals: words,
  needs: words,
  ownActions: words,
  measuresByOthers: words,
  ...{ crisisPlan: fc.option(word), nextMeeting: fc.option(word) },
  followUpOn: fc.option(fc.constantFrom('2026-05-01', '2026-06-01')),
  measures: fc.uniqueArray(measure, { selector: ({ id }) => id }),
  contacts: fc.array(fc.record({ name: word, role: word, phone: fc.option(word) })),
});

/** Applies a difference to the earlier lines: what stays and goes must stand there, in that order. */
function applied(before: readonly string[], changes: readonly LineChange[]): readonly string[] {
  const left = [...before];
  const after = changes.flatMap(({ kind, text }) => {
    if (kind === 'come') return [text];
    expect(left.shift()).toBe(text);
    return kind === 'gone' ? [] : [text];
  });
  expect(left).toEqual([]);
  return after;
}

describe('the difference between two versions of a plan', () => {
  it('applied to the earlier gives the later', () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const { texts, lists, measures, contacts } = differenceOf(before, after);
        for (const name of LISTS) expect(applied(before[name], lists[name])).toEqual(after[name]);
        expect(applied([before.matters], texts.matters)).toEqual([after.matters]);
        for (const name of ['crisisPlan', 'followUpOn', 'nextMeeting'] as const) {
          const of = ({ [name]: text }: PlanContent) => (text === null ? [] : [text]);
          expect(applied(of(before), texts[name])).toEqual(of(after));
        }
        expect(applied(before.contacts.map(contactLine), contacts)).toEqual(
          after.contacts.map(contactLine),
        );
        const known = new Map(withGoals(before).map((each) => [each.id, each]));
        for (const each of measures) {
          if (each.before !== null) expect(known.get(each.before.id)).toEqual(each.before);
        }
        const changed = measures.flatMap((each) => {
          if (each.after === null) return [];
          const earlier = each.before ?? {};
          const fields = each.before === null ? Object.keys(each.after) : each.fields;
          const told = fields.map((name) => [name, each.after?.[name as keyof Measure]]);
          return [{ ...earlier, ...Object.fromEntries(told) } as Measure];
        });
        expect(changed).toEqual(withGoals(after));
      }),
    );
  });

  it('is none between equal versions, and some between others', () => {
    fc.assert(
      fc.property(plan, plan, (one, other) => {
        expect(hasDifference(differenceOf(one, structuredClone(one)))).toBe(false);
        const told = ({ measures, ...rest }: PlanContent) => [
          { ...rest, contacts: rest.contacts.map(contactLine) },
          Object.fromEntries(withGoals({ measures, ...rest }).map((each) => [each.id, each])),
        ];
        const isEqual = JSON.stringify(sorted(told(one))) === JSON.stringify(sorted(told(other)));
        expect(hasDifference(differenceOf(one, other))).toBe(!isEqual);
      }),
    );
  });

  it('says what was moved as one that went and one that came', () => {
    expect(linesChanged(['a', 'b', 'c'], ['b', 'c', 'a'])).toEqual([
      { kind: 'gone', text: 'a' },
      { kind: 'same', text: 'b' },
      { kind: 'same', text: 'c' },
      { kind: 'come', text: 'a' },
    ]);
  });
});

/** With the names of objects in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
