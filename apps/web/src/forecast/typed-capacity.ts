import type { Forecast } from '../api/types';

type Said = NonNullable<Forecast['units'][number]['capacity']>;
export type Reason = NonNullable<Said['start']>['reason'];

export interface TypedDay {
  readonly day: string;
  readonly places: string;
}

/** What a unit can receive as it is typed; an empty number: nothing is said. */
export interface TypedCapacity {
  readonly week: readonly string[];
  readonly days: readonly TypedDay[];
  /** An empty day: no limit. */
  readonly start: { readonly day: string; readonly reason: Reason };
}

const NOTHING: Said = { week: Array<null>(7).fill(null), days: [], start: null };

export function typedFrom(said: Said | null): TypedCapacity {
  const { week, days, start } = said ?? NOTHING;
  return {
    week: week.map((places) => (places === null ? '' : String(places))),
    days: days.map(({ day, places }) => ({ day, places: String(places) })),
    start: start ?? { day: '', reason: 'staffing' },
  };
}

/** What was meant; null: a number is none, or a day is missing. */
export function saidBy({ week, days, start }: TypedCapacity): Said | null {
  const weekly = week.map((typed) => (typed.trim() === '' ? null : numberIn(typed)));
  const single = days.map(({ day, places }) => ({ day, places: numberIn(places) }));
  const isWhole =
    weekly.every((places) => !Number.isNaN(places)) &&
    single.every(({ day, places }) => day !== '' && !Number.isNaN(places));
  if (!isWhole) return null;
  return { week: weekly, days: single, start: start.day === '' ? null : start };
}

function numberIn(typed: string): number {
  return /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : NaN;
}
