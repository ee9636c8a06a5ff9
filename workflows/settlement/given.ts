import type { Silence } from '@workflows/agreement';
import type { Basis, RowWeight } from './context';

type Given = Readonly<Record<string, unknown>>;

/** What the use case has computed of a municipality's month (`lookups.basis`). */
export interface BasisGiven extends Basis {
  /** The municipality's unit for settlements; absent: it has none. */
  readonly payer?: string;
  /** The disputed rows that the computation still has, by their names. */
  readonly disputed: Readonly<Record<string, RowWeight>>;
}

/** Absent only where nothing was looked up. */
export function basisGiven(given: Given): BasisGiven | undefined {
  return given['basis'] as BasisGiven | undefined;
}

/** What is kept of it: who pays and what was disputed stand elsewhere. */
export function basisOf({ payer: _, disputed: _rows, ...basis }: BasisGiven): Basis {
  return basis;
}

/** The row that the command names, as the giver's side holds it; absent: there is no such row. */
export function rowGiven(given: Given): RowWeight | undefined {
  return given['row'] as RowWeight | undefined;
}

/** What the agreement in force says of disputes; it comes with the opening event. */
export function termsGiven(given: Given): { answerDays: number; silence: Silence } {
  const agreement = given['agreement'] as {
    readonly bestridandeDays: number;
    readonly bestridandeSilence: Silence;
  };
  return { answerDays: agreement.bestridandeDays, silence: agreement.bestridandeSilence };
}
