import type { MeasureView, PlanChangeView, PlanContactView, PlanContentView } from './sip-view';

/** Texts of the plan as a whole that are lists. */
const LISTS = ['goals', 'needs', 'ownActions', 'measuresByOthers'] as const;

/** A measure with the text of its goal: a goal that only moved in its list is the same goal. */
interface MeasureOfGoal extends Omit<MeasureView, 'goal'> {
  readonly goal: string | null;
}

/** What of a measure may differ while it is the same measure. */
const MEASURE_FIELDS: Readonly<Record<string, (measure: MeasureOfGoal) => string | null>> = {
  what: ({ what }) => what,
  goal: ({ goal }) => goal,
  unit: ({ unit }) => unit.name,
  person: ({ person }) => person,
  by: ({ by }) => by,
  status: ({ status }) => status,
};

/** What differs between two versions of a plan; nothing when one of them is not known. Pure. */
export function planDifference(
  before: PlanContentView | null,
  after: PlanContentView | null,
): PlanChangeView[] {
  if (before === null || after === null) return [];
  return [
    ...changed('matters', null, before.matters, after.matters),
    ...LISTS.flatMap((field) => linesChanged(field, before[field], after[field])),
    ...changed('crisisPlan', null, before.crisisPlan, after.crisisPlan),
    ...changed('followUpOn', null, before.followUpOn, after.followUpOn),
    ...changed('nextMeeting', null, before.nextMeeting, after.nextMeeting),
    ...itemsChanged('measures', withGoals(before), withGoals(after), {
      id: ({ id }) => id,
      text: ({ what }) => what,
      fields: MEASURE_FIELDS,
    }),
    ...itemsChanged('contacts', before.contacts, after.contacts, {
      id: contactId,
      text: contactId,
      fields: { phone: ({ phone }: PlanContactView) => phone },
    }),
  ];
}

function withGoals({ goals, measures }: PlanContentView): MeasureOfGoal[] {
  return measures.map(({ goal, ...measure }) => ({
    ...measure,
    goal: goal === null ? null : (goals[goal - 1] ?? null),
  }));
}

function contactId({ name, role }: PlanContactView): string {
  return `${name}, ${role}`;
}

function changed(
  field: string,
  item: string | null,
  before: string | null,
  after: string | null,
): PlanChangeView[] {
  return before === after ? [] : [{ field, item, before, after }];
}

/** A text that was reworded is one that went and one that came. */
function linesChanged(
  field: string,
  before: readonly string[],
  after: readonly string[],
): PlanChangeView[] {
  const gone = before.filter((line) => !after.includes(line));
  const come = after.filter((line) => !before.includes(line));
  return [
    ...gone.flatMap((line) => changed(field, null, line, null)),
    ...come.flatMap((line) => changed(field, null, null, line)),
  ];
}

/** How the items of a list are told apart and compared. */
interface Compared<Item> {
  readonly id: (item: Item) => string;
  readonly text: (item: Item) => string;
  readonly fields: Readonly<Record<string, (item: Item) => string | null>>;
}

function itemsChanged<Item>(
  field: string,
  before: readonly Item[],
  after: readonly Item[],
  { id, text, fields }: Compared<Item>,
): PlanChangeView[] {
  const ids = [...new Set([...before, ...after].map(id))];
  return ids.flatMap((item) => {
    const was = before.find((each) => id(each) === item);
    const is = after.find((each) => id(each) === item);
    if (was === undefined || is === undefined) {
      return changed(
        field,
        item,
        was === undefined ? null : text(was),
        is === undefined ? null : text(is),
      );
    }
    return Object.entries(fields).flatMap(([name, value]) =>
      changed(`${field}.${name}`, item, value(was), value(is)),
    );
  });
}
