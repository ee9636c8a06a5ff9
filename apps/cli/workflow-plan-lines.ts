import type { CasePlan } from '@hemgang/cases';
import { formatInstant, type Instant, type Language, type Text } from '@hemgang/kernel';
import { OUTCOMES } from './outcome-words';

type DutyChange = CasePlan['duties'][number];

/** What a plan amounts to. */
export interface PlanTotals {
  readonly cases: number;
  /** Cases that cannot go over. */
  readonly hindered: number;
  readonly kept: number;
  readonly moved: number;
  readonly opened: number;
  readonly closed: number;
  readonly becomeOverdue: number;
  /** Cases in which nothing is left to do. */
  readonly closing: number;
}

const WORDS = {
  hindered: { sv: 'KAN INTE FÖRAS ÖVER', en: 'CANNOT GO OVER' },
  overdue: { sv: 'BLIR FÖRSENAD', en: 'BECOMES OVERDUE' },
  closes: { sv: 'ärendet avslutas', en: 'the case closes' },
  noDue: { sv: 'ingen tidsgräns', en: 'no time limit' },
} as const satisfies Record<string, Text>;

/** `+` opens, `-` ends, `~` changes. What stays as it is has no line. */
const MARKS: Readonly<Record<DutyChange['what'], string | null>> = {
  kept: null,
  moved: '~',
  opened: '+',
  closed: '-',
};

/** What a migration does to one case: a line of its own, one per changed machine and duty. */
export function planLines(
  plan: CasePlan,
  unitName: (id: string) => string,
  language: Language,
): string[] {
  const { caseId, version, word, hindered, machines, duties, closes } = plan;
  const head = `${caseId}  ${version.before} → ${version.after}  ${changed(word)}`;
  if (hindered !== null) return [`${head}  ${WORDS.hindered[language]}: ${hindered[language]}`];
  return [
    closes ? `${head}  (${WORDS.closes[language]})` : head,
    ...machines.map(({ id, states }) => {
      const before = states.before.filter((path) => !states.after.includes(path));
      const after = states.after.filter((path) => !states.before.includes(path));
      return `  ${id}: ${before.join(', ') || '–'} → ${after.join(', ') || '–'}`;
    }),
    ...duties.flatMap((duty) => dutyLine(duty, unitName, language)),
  ];
}

function dutyLine(
  duty: DutyChange,
  unitName: (id: string) => string,
  language: Language,
): string[] {
  const mark = MARKS[duty.what];
  if (mark === null) return [];
  const due = (at: Instant | null) =>
    at === null ? WORDS.noDue[language] : formatInstant(at, language);
  const times = { before: due(duty.due.before), after: due(duty.due.after) };
  const parts = [
    `  ${mark} ${duty.title[language]} · ${unitName(duty.unit)}`,
    duty.outcome === null ? '' : ` (${OUTCOMES[duty.outcome]?.[language] ?? duty.outcome})`,
    duty.what === 'moved' ? ` · ${changed(times)}` : '',
    duty.what === 'opened' ? ` · ${times.after}` : '',
    duty.becomesOverdue ? ` · ${WORDS.overdue[language]}` : '',
  ];
  return [parts.join('')];
}

function changed({ before, after }: { readonly before: string; readonly after: string }): string {
  return before === after ? before : `${before} → ${after}`;
}

/** Counts what the plans of all cases do. */
export function totalsOf(plans: readonly CasePlan[]): PlanTotals {
  const duties = plans.flatMap((plan) => plan.duties);
  const of = (what: DutyChange['what']) => duties.filter((duty) => duty.what === what).length;
  return {
    cases: plans.length,
    hindered: plans.filter(({ hindered }) => hindered !== null).length,
    kept: of('kept'),
    moved: of('moved'),
    opened: of('opened'),
    closed: of('closed'),
    becomeOverdue: duties.filter(({ becomesOverdue }) => becomesOverdue).length,
    closing: plans.filter(({ closes }) => closes).length,
  };
}

/** The totals in one line. */
export function totalsLine(totals: PlanTotals, language: Language): string {
  const { cases, hindered, kept, moved, opened, closed, becomeOverdue, closing } = totals;
  return language === 'sv'
    ? `Ärenden: ${cases}, hindrade ${hindered}, avslutas ${closing}. ` +
        `Uppgifter: oförändrade ${kept}, ändrade ${moved}, nya ${opened}, upphör ${closed}, ` +
        `blir försenade ${becomeOverdue}.`
    : `Cases: ${cases}, hindered ${hindered}, closing ${closing}. ` +
        `Duties: unchanged ${kept}, changed ${moved}, new ${opened}, ending ${closed}, ` +
        `becoming overdue ${becomeOverdue}.`;
}
