import type { Sip } from '../api/types';

export type PlanContent = NonNullable<Sip['sip']['plan'][number]['content']>;
/** A measure with the text of its goal: a goal that only moved in its list is the same goal. */
export type Measure = Omit<PlanContent['measures'][number], 'goal'> & {
  readonly goal: string | null;
};

/** A text of a list: it stood in both versions, only in the earlier, or only in the later. */
export interface LineChange {
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
}

/** A measure, told apart by its id; `fields` names what of it differs. */
export interface MeasureChange {
  readonly kind: 'same' | 'gone' | 'come' | 'changed';
  readonly before: Measure | null;
  readonly after: Measure | null;
  readonly fields: readonly (keyof Measure)[];
}

/** Texts of a plan that are lists. */
export const LISTS = ['goals', 'needs', 'ownActions', 'measuresByOthers'] as const;
/** Texts of a plan that stand alone. */
export const TEXTS = ['matters', 'crisisPlan', 'followUpOn', 'nextMeeting'] as const;

/** Everything in two versions, in the order of the later, and what of it differs. */
export interface PlanDifference {
  readonly texts: Readonly<Record<(typeof TEXTS)[number], readonly LineChange[]>>;
  readonly lists: Readonly<Record<(typeof LISTS)[number], readonly LineChange[]>>;
  readonly measures: readonly MeasureChange[];
  readonly contacts: readonly LineChange[];
}

/** What differs between two versions of a plan. Pure. */
export function differenceOf(before: PlanContent, after: PlanContent): PlanDifference {
  const one = (text: string | null) => (text === null ? [] : [text]);
  return {
    texts: {
      matters: linesChanged(one(before.matters), one(after.matters)),
      crisisPlan: linesChanged(one(before.crisisPlan), one(after.crisisPlan)),
      followUpOn: linesChanged(one(before.followUpOn), one(after.followUpOn)),
      nextMeeting: linesChanged(one(before.nextMeeting), one(after.nextMeeting)),
    },
    lists: {
      goals: linesChanged(before.goals, after.goals),
      needs: linesChanged(before.needs, after.needs),
      ownActions: linesChanged(before.ownActions, after.ownActions),
      measuresByOthers: linesChanged(before.measuresByOthers, after.measuresByOthers),
    },
    measures: measuresChanged(withGoals(before), withGoals(after)),
    contacts: linesChanged(before.contacts.map(contactLine), after.contacts.map(contactLine)),
  };
}

/** The measures of a version with their goals in words. */
export function withGoals({ goals, measures }: PlanContent): readonly Measure[] {
  return measures.map(({ goal, ...measure }) => ({
    ...measure,
    goal: goal === null ? null : (goals[goal - 1] ?? null),
  }));
}

/** Whether anything differs. */
export function hasDifference({ texts, lists, measures, contacts }: PlanDifference): boolean {
  const lines = [...Object.values(texts), ...Object.values(lists), contacts].flat();
  return [...lines, ...measures].some(({ kind }) => kind !== 'same');
}

/** A contact as one line. */
export function contactLine({ name, role, phone }: PlanContent['contacts'][number]): string {
  return [name, role, phone].filter(Boolean).join(', ');
}

/** The longest common lines stay; what is between them went or came. */
export function linesChanged(
  before: readonly string[],
  after: readonly string[],
): readonly LineChange[] {
  const common = commonLengths(before, after);
  const changes: LineChange[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < after.length) {
    const was = before[from];
    const is = after[to];
    const ifGone = common[from + 1]?.[to] ?? 0;
    const ifCome = common[from]?.[to + 1] ?? 0;
    if (was !== undefined && was === is) {
      changes.push({ kind: 'same', text: was });
      from += 1;
      to += 1;
    } else if (was !== undefined && (is === undefined || ifGone >= ifCome)) {
      changes.push({ kind: 'gone', text: was });
      from += 1;
    } else if (is !== undefined) {
      changes.push({ kind: 'come', text: is });
      to += 1;
    }
  }
  return changes;
}

/** How many lines the rests of both from each place on have in common at most. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let from = before.length - 1; from >= 0; from -= 1) {
    for (let to = after.length - 1; to >= 0; to -= 1) {
      const both = before[from] === after[to] ? (lengths[from + 1]?.[to + 1] ?? 0) + 1 : 0;
      const best = Math.max(lengths[from + 1]?.[to] ?? 0, lengths[from]?.[to + 1] ?? 0, both);
      lengths[from]?.splice(to, 1, best);
    }
  }
  return lengths;
}

function measuresChanged(
  before: readonly Measure[],
  after: readonly Measure[],
): readonly MeasureChange[] {
  const was = new Map(before.map((measure) => [measure.id, measure]));
  const is = new Set(after.map(({ id }) => id));
  const now = after.map((measure): MeasureChange => {
    const earlier = was.get(measure.id) ?? null;
    const fields = earlier === null ? [] : fieldsChanged(earlier, measure);
    const kind = earlier === null ? 'come' : fields.length === 0 ? 'same' : 'changed';
    return { kind, before: earlier, after: measure, fields };
  });
  const gone = before.filter(({ id }) => !is.has(id));
  return [
    ...now,
    ...gone.map((measure) => ({ kind: 'gone', before: measure, after: null, fields: [] }) as const),
  ];
}

function fieldsChanged(before: Measure, after: Measure): readonly (keyof Measure)[] {
  const names = Object.keys(after) as (keyof Measure)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
